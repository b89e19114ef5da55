import { groups } from './pairs.ts';
import { proveInterleavings } from './support/prove.ts';

proveInterleavings('backups', { pairs: groups.backups, cuts: 360 });
