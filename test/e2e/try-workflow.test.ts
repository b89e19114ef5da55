import { describe, expect, it } from 'vitest';
import { summaryAsText } from '../../scripts/summary-as-text.ts';
import { readExample } from '../support/examples.ts';
import { tryWorkflow } from '../support/runner/try-workflow.ts';

async function tryIt(text: string, more: object = {}) {
  const lines: string[] = [];
  const succeeded = await tryWorkflow(text, {
    name: 'ci.yml',
    speed: 60,
    secrets: {},
    vars: {},
    inputs: {},
    real: false,
    print: (line) => lines.push(line),
    readable: summaryAsText,
    ...more,
  });
  return { succeeded, told: lines.join('\n') };
}

const job = 'runs-on: ubuntu-latest, steps: [{ run: echo hello }]';

describe.skipIf(process.platform === 'win32')('npm run workflow', { timeout: 60_000 }, () => {
  it('runs a recipe to a green end, and tells what it passed over, what is missing and what is left', async () => {
    const { succeeded, told } = await tryIt(readExample('pre-migration-gate.yml'));
    expect(succeeded, told).toBe(true);
    expect(told).toContain('Passed over: actions/checkout@v7');
    expect(told).toContain('Stand-in, not run: npm run migrate');
    expect(told).toContain('secrets.MONGODB_URI is empty: give it with --secret MONGODB_URI=value.');
    expect(told).toMatch(/^ {2}snapshots: .* of orders, new$/m);
  });

  it('is red, with the error of the step, where a job fails', async () => {
    const text = readExample('pre-migration-gate.yml').replace('cluster-name: orders', 'cluster-name: order');
    const { succeeded, told } = await tryIt(text);
    expect(succeeded).toBe(false);
    expect(told).toMatch(/^ {2}Error: .*order/m);
    expect(told).not.toContain('npm run migrate');
  });

  it('runs jobs after those that they need, whatever their order in the file', async () => {
    const { succeeded, told } = await tryIt(`{ on: push, jobs: { b: { needs: a, ${job} }, a: { ${job} } } }`);
    expect(succeeded).toBe(true);
    expect(told.match(/━━ Job \w$/gm)).toEqual(['━━ Job a', '━━ Job b']);
  });

  it.each([
    ['what is no YAML', 'on: [', /^ci\.yml is not YAML: /],
    ['what is no workflow', 'jobs: 1', /^ci\.yml is not a workflow/],
    ['a reusable workflow', '{ on: push, jobs: { a: { uses: ./x.yml } } }', /calls the reusable workflow \.\/x\.yml/],
    ['jobs that need each other', `{ on: push, jobs: { a: { needs: a, ${job} } } }`, /need each other/],
    ['an unknown job', `{ on: push, jobs: { a: { needs: b, ${job} } } }`, /needs b, which does not exist/],
  ])('refuses %s in one sentence', async (_, text, message) => {
    await expect(tryIt(text)).rejects.toThrow(message);
  });

  it('refuses an event that the workflow does not start on', async () => {
    const trial = tryIt(`{ on: push, jobs: { a: { ${job} } } }`, { event: 'schedule' });
    await expect(trial).rejects.toThrow('ci.yml does not start on schedule: it starts on push.');
  });
});
