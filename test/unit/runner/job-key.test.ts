import { expect, it } from 'vitest';
import { jobKeyOf } from '../../../src/runner/job-key.ts';
import { memoryDoor } from '../../support/memory-door.ts';
import { runVariables } from '../../support/stage.ts';

let next = 0;
const random = () => (++next % 997) / 997;
const jobOf = (variables: Readonly<Record<string, string>>) =>
  memoryDoor({ variables: { ...runVariables(), RUNNER_NAME: 'gitea-runner', ...variables }, random });

it('two jobs at once that nothing tells apart have different keys', () => {
  const keys = [1, 2, 3].map(() => jobKeyOf(jobOf({}))());
  expect(new Set(keys).size).toBe(3);
});

it('all steps of a job have the key that its first step made', () => {
  const first = jobOf({});
  const jobKey = jobKeyOf(first);
  expect(jobKey()).toBe(jobKey());
  expect(Object.keys(first.exported)).toEqual(['ATLAS_ACTIONS_JOB_ID']);
  const second = jobOf(first.exported);
  expect(jobKeyOf(second)()).toBe(jobKey());
  expect(second.exported).toEqual({});
});

it("nothing is exported where the runner's tracking id tells the job apart, or no step asks", () => {
  const tracked = jobOf({ RUNNER_TRACKING_ID: 'github_7a1c3f7e' });
  jobKeyOf(tracked)();
  jobKeyOf(jobOf({}));
  expect(tracked.exported).toEqual({});
});

it('a tracking id that the workflow has overwritten, the same in each job, tells nothing apart', () => {
  const keys = ['0', ''].flatMap((id) => [1, 2].map(() => jobKeyOf(jobOf({ RUNNER_TRACKING_ID: id }))()));
  expect(new Set(keys).size).toBe(4);
});
