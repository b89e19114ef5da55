import { scenarios } from './scenarios/validate.ts';
import { faultMatrix } from './support/matrix.ts';

faultMatrix('validate', scenarios);
