import { scenarios } from './scenarios/sync-network-access.ts';
import { faultMatrix } from './support/matrix.ts';

faultMatrix('sync-network-access', scenarios);
