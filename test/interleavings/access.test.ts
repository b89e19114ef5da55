import { groups } from './pairs.ts';
import { proveInterleavings } from './support/prove.ts';

proveInterleavings('access', { pairs: groups.access, cuts: 360 });
