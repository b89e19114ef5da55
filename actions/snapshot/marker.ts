import { createHash } from 'node:crypto';
import type { Job } from '../../src/runner/job.ts';

/**
 * What ends a snapshot's description: which run, attempt and step asked for it, and a number of its own. By it a snapshot is
 * found again when the answer to its request was lost.
 */
export interface Marker {
  readonly runId: string;
  readonly attempt: number;
  /** The same in every attempt, different for every step of every workflow and repository. */
  readonly step: string;
  /** Different for every request. */
  readonly nonce: string;
  /**
   * Taken of what a restore was about to replace. Nobody wants such data back by asking for the latest: only an id or the
   * description leads to it.
   */
  readonly safety: boolean;
}

/** Stands for the run id where the runner gives none; two such runs have nothing in common. */
const NO_RUN = '0';

/** Makes the marker of a step. */
export function createMarker(job: Job, random: () => number): Marker {
  return {
    runId: /^\d+$/.test(job.runId) ? job.runId : NO_RUN,
    attempt: job.runAttempt,
    step: createHash('sha256').update(`${job.repository} ${job.stepKey}`).digest('hex').slice(0, 8),
    nonce: Math.floor(random() * 0x100_0000)
      .toString(16)
      .padStart(6, '0'),
    safety: false,
  };
}

/** A description that ends with the marker. */
export function withMarker(description: string, { runId, attempt, step, nonce, safety }: Marker): string {
  return `${description} [gha ${runId}.${attempt} ${step} ${nonce}${safety ? ' safety' : ''}]`;
}

const MARKER = /\[gha (\d+)\.(\d+) ([0-9a-f]{8}) ([0-9a-f]{6})( safety)?\]$/;

/** Reads the marker of a description, if it was written by this suite. */
export function readMarker(description: string | undefined): Marker | undefined {
  const [, runId, attempt, step, nonce, safety] = description?.match(MARKER) ?? [];
  if (runId === undefined || attempt === undefined || step === undefined || nonce === undefined) return undefined;
  return { runId, attempt: Number(attempt), step, nonce, safety: safety !== undefined };
}

/** What the author wrote, without the marker. */
export function withoutMarker(description: string): string {
  return description.replace(MARKER, '').trimEnd();
}

/** Whether both were made by the same request. */
export function isSameRequest(one: Marker | undefined, other: Marker): boolean {
  return (
    one?.runId === other.runId && one.attempt === other.attempt && one.step === other.step && one.nonce === other.nonce
  );
}

/** Whether both were made for the same purpose by one step of one run, in whichever attempt. */
export function isSameStep(one: Marker | undefined, other: Marker): one is Marker {
  if (one === undefined || other.runId === NO_RUN) return false;
  return one.runId === other.runId && one.step === other.step && one.safety === other.safety;
}

/** Whether `earlier` was made by an earlier attempt of the step that made `current`. */
export function isEarlierAttempt(earlier: Marker | undefined, current: Marker): boolean {
  return isSameStep(earlier, current) && earlier.attempt < current.attempt;
}

/** What stands in a description when the author gives none. */
export function defaultDescription({ repository, sha, runId }: Job): string {
  return `${repository || 'local'} ${sha.slice(0, 7)} run ${runId}`.replace(/\s+/g, ' ').trim();
}
