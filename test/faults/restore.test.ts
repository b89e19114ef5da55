import { scenarios } from './scenarios/restore.ts';
import { faultMatrix } from './support/matrix.ts';

faultMatrix('restore', scenarios);
