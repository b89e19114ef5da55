import { timings } from '../../src/atlas/timings.ts';
import { setStage } from '../../test/support/stage.ts';
import { markdownTable, rounded } from '../markdown.ts';
import { compareWithFixedPoll } from './fixed-poll.ts';

/** Every wait of the suite beside a fixed poll: the schedule alone, over evenly drawn durations. */
export function waitingTable(): string {
  const rows = Object.entries(timings).map(([wait, distribution]) => {
    const { delay, polls, fixedDelay, fixedPolls } = compareWithFixedPoll(distribution);
    return [inWords(wait), distribution.median, ...[fixedPolls, polls, fixedDelay, delay].map(rounded)];
  });
  const head = ['wait', 'median (s)', 'polls, every 4 s', 'polls, ours', 'delay, every 4 s (s)', 'delay, ours (s)'];
  return markdownTable(head, rows);
}

/** Whole steps in this process: how long after «completed» in Atlas a snapshot's step ends, and its polls. */
export async function wholeSteps({ runs = 200 } = {}): Promise<string> {
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
  return `${rounded(polls / runs)} polls, and ${rounded(delay / runs / 1_000)} s from «completed» in Atlas to the end of the step`;
}

function inWords(camelCase: string): string {
  return camelCase.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
