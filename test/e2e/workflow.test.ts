import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../support/runner/run-action.ts';
import { runWorkflow } from '../support/runner/run-workflow.ts';
import { scaledFromNow } from '../support/runner/scaled-clock.ts';

/** .github/workflows/e2e.yml, which GitHub runs, in the emulator: the same file, with time that runs faster. */
const SPEED = 60;

describe.skipIf(process.platform === 'win32')('the workflow e2e.yml', () => {
  it('is green in every job, and leaves nothing behind', async () => {
    const text = readFileSync(join(REPOSITORY, '.github/workflows/e2e.yml'), 'utf8');
    const jobs = await runWorkflow(text, {
      workspace: REPOSITORY,
      clockOf: () => scaledFromNow(SPEED),
    });
    expect(jobs.map(({ job, conclusion, log }) => [job, conclusion === 'success' ? conclusion : log])).toEqual(
      ['preview', 'preview', 'next-job', 'gate', 'ready', 'recent'].map((job) => [job, 'success']),
    );
    for (const { job, posts } of jobs.filter(({ posts }) => posts.length > 0)) {
      expect([job, posts.at(-1)?.log]).toEqual([job, expect.stringContaining('Nothing was left behind.')]);
    }
    const [preview] = jobs;
    expect(preview?.warnings).toEqual(["Skip output 'connection-string' since it may contain secret."]);
  }, 300_000);
});
