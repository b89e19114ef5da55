import { groups } from './pairs.ts';
import { proveInterleavings } from './support/prove.ts';

proveInterleavings('provision', { pairs: groups.provision, cuts: 220 });
