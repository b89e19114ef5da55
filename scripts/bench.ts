import { spawnSync } from 'node:child_process';
import { timings } from '../src/atlas/timings.ts';
import { openListeningStage } from '../test/support/listening-stage.ts';
import { measureSweep } from '../test/support/measure-sweep.ts';
import { setStage } from '../test/support/stage.ts';
import { compareWithFixedPoll } from './polling-comparison.ts';

/** `npm run bench`: requests, waiting and start-up, in numbers that anyone can get again. */
benchPolling();
await benchSteps();
await benchRequests();
await benchSweep();
benchStart();

/** The schedule alone, over evenly drawn durations. */
function benchPolling(): void {
  const { delay, polls, fixedDelay, fixedPolls } = compareWithFixedPoll(timings.onDemandSnapshot);
  console.log('Waiting for a snapshot, durations as measured in Atlas (10,000 draws):');
  console.table({
    'fixed poll every 4 s': { 'mean polls': round(fixedPolls), 'mean delay (s)': round(fixedDelay) },
    'our schedule': { 'mean polls': round(polls), 'mean delay (s)': round(delay) },
    'in per cent': {
      'mean polls': round((100 * polls) / fixedPolls),
      'mean delay (s)': round((100 * delay) / fixedDelay),
    },
  });
}

/** Whole steps in this process: from the snapshot's completion in Atlas to the end of the step. */
async function benchSteps(runs = 200): Promise<void> {
  let delay = 0;
  let polls = 0;
  for (let run = 0; run < runs; run++) {
    const stage = setStage({ seed: run + 1 });
    const door = await stage.run('snapshot', { ...stage.withAccount, 'cluster-name': 'orders' });
    const [snapshot] = stage.atlas.state.snapshots;
    if (door.failed() || !snapshot) throw new Error(`The step of run ${run} failed.`);
    delay += stage.time.now() - snapshot.milestones.completed;
    polls += stage.calls().length - 1;
  }
  console.log(`Whole steps against the simulator (${runs} runs), from «completed» to the end of the step:`);
  console.table({
    'snapshot, service account': { 'mean polls': round(polls / runs), 'mean delay (s)': round(delay / runs / 1_000) },
  });
}

async function benchRequests(): Promise<void> {
  const scenarios = { 'wait: false': { wait: 'false' }, 'reused (max-age-minutes)': { 'max-age-minutes': '60' } };
  const table: Record<string, Record<string, number>> = {};
  for (const [title, inputs] of Object.entries(scenarios)) {
    for (const kind of ['withAccount', 'withKey'] as const) {
      const stage = setStage();
      stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - 600_000 });
      await stage.run('snapshot', { ...stage[kind], 'cluster-name': 'orders', ...inputs });
      const calls = stage.calls().length;
      table[`${title}, ${kind === 'withKey' ? 'API key' : 'service account'}`] = {
        'requests to Atlas': calls,
        'for authentication': stage.atlas.requests.length - calls,
      };
    }
  }
  console.log('Requests of one step:');
  console.table(table);
  await using bundle = await openListeningStage();
  const { main } = await bundle.run({
    action: 'snapshot',
    inputs: { ...bundle.withAccount, 'cluster-name': 'orders', wait: 'false' },
  });
  console.log(`One step of the bundle with wait: false, process start to end: ${Math.round(main.durationMs)} ms\n`);
}

async function benchSweep(): Promise<void> {
  const { title, deleted, requests, pagesOfLists, seconds, peakMegabytes } = await measureSweep();
  console.log(`${title}, through the bundle:`);
  console.table({
    sweep: {
      deleted,
      'requests to Atlas': requests,
      'of them lists': pagesOfLists,
      'time (s)': round(seconds),
      'peak memory (MB)': round(peakMegabytes),
    },
  });
}

/** Cold start: the bundle refuses its inputs at once, so this is loading and validating. */
function benchStart(runs = 21): void {
  const median = (args: readonly string[]) => {
    const times = Array.from({ length: runs }, () => {
      const begin = performance.now();
      spawnSync(process.execPath, args, { stdio: 'ignore' });
      return performance.now() - begin;
    });
    return times.sort((one, other) => one - other)[Math.floor(runs / 2)] ?? 0;
  };
  const bare = median(['-e', '0']);
  const action = median(['dist/snapshot/main.js']);
  console.log(`Cold start, median of ${runs}:`);
  console.table({
    'node -e 0': { ms: round(bare) },
    snapshot: { ms: round(action) },
    ratio: { ms: round(action / bare) },
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
