import { scenarios } from './scenarios/snapshot.ts';
import { faultMatrix } from './support/matrix.ts';

faultMatrix('snapshot', scenarios);
