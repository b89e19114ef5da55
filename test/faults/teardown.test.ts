import { scenarios } from './scenarios/teardown.ts';
import { faultMatrix } from './support/matrix.ts';

faultMatrix('teardown', scenarios);
