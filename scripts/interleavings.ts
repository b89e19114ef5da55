import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runTool } from './run-tool.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } } });
const minutes = Number(values.minutes);
if (!Number.isFinite(minutes) || minutes <= 0) throw new Error('--minutes needs a number above 0.');
const seed = values.seed ?? String(randomInt(1, 2 ** 31));

// Each test file has so long, and as many run at once as there are cores: the whole takes about as long as was asked for.
const FILES_PER_CORE = 3;
console.log(`Trying other orders of requests for about ${minutes} minutes, seed ${seed}.`);
process.env.INTERLEAVING_SEED = seed;
process.env.INTERLEAVING_MINUTES = String(minutes / FILES_PER_CORE);
runTool('vitest', ['run', 'test/interleavings']);
