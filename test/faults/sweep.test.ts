import { scenarios } from './scenarios/sweep.ts';
import { faultMatrix } from './support/matrix.ts';

faultMatrix('sweep', scenarios);
