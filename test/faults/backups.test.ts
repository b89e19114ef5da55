import { scenarios } from './scenarios/backups.ts';
import { faultMatrix } from './support/matrix.ts';

faultMatrix('backups', scenarios);
