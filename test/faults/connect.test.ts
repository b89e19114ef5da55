import { scenarios } from './scenarios/connect.ts';
import { faultMatrix } from './support/matrix.ts';

faultMatrix('connect', scenarios);
