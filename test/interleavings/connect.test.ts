import { groups } from './pairs.ts';
import { proveInterleavings } from './support/prove.ts';

proveInterleavings('connect', { pairs: groups.connect, cuts: 220 });
