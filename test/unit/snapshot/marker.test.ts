import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMarker,
  defaultDescription,
  isEarlierAttempt,
  isSameRequest,
  readMarker,
  withMarker,
} from '../../../actions/snapshot/marker.ts';
import { readJob } from '../../../src/runner/job.ts';

function job(variables: Record<string, string> = {}) {
  const all: Record<string, string> = {
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SHA: '1a2b3c4d5e6f',
    GITHUB_JOB: 'migrate',
    GITHUB_ACTION: 'snapshot',
    GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/migrate.yml@refs/heads/main',
    ...variables,
  };
  return readJob({ variable: (name) => all[name], readText: () => undefined });
}

describe('the marker in a description', () => {
  it('is read back from any description', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (text, random) => {
        const marker = createMarker(job(), () => random);
        expect(readMarker(withMarker(text, marker))).toEqual(marker);
      }),
    );
  });

  it('knows its own request from another one of the same step', () => {
    const [first, second] = [createMarker(job(), () => 0.1), createMarker(job(), () => 0.2)];
    expect([isSameRequest(first, first), isSameRequest(first, second), isSameRequest(undefined, first)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('knows an earlier attempt of the same step, and no other step, run, repository or later attempt', () => {
    const second = createMarker(job({ GITHUB_RUN_ATTEMPT: '2' }), () => 0.9);
    const earlier = (variables: Record<string, string>) =>
      isEarlierAttempt(
        createMarker(job(variables), () => 0.1),
        second,
      );
    expect(earlier({})).toBe(true);
    expect(earlier({ GITHUB_ACTION: 'snapshot_2' })).toBe(false);
    expect(earlier({ GITHUB_JOB: 'other' })).toBe(false);
    expect(earlier({ GITHUB_RUN_ID: '4712' })).toBe(false);
    expect(earlier({ GITHUB_REPOSITORY: 'evil/shop' })).toBe(false);
    expect(earlier({ GITHUB_RUN_ATTEMPT: '2' })).toBe(false);
  });

  it('is not seen in what others write', () => {
    for (const text of [undefined, '', 'nightly', '[gha 1.1 12345678]', '[gha 1.1 12345678 abcdef] and more']) {
      expect(readMarker(text)).toBeUndefined();
    }
  });
});

it('describes a snapshot by repository, commit and run', () => {
  expect(defaultDescription(job())).toBe('acme/shop 1a2b3c4 run 4711');
});
