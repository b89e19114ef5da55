import { groups } from './pairs.ts';
import { proveInterleavings } from './support/prove.ts';

proveInterleavings('sweep', { pairs: groups.sweep, cuts: 360 });
