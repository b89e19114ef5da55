import { scenarios } from './scenarios/provision.ts';
import { faultMatrix } from './support/matrix.ts';

faultMatrix('provision', scenarios);
