import type { Job } from '../../src/runner/job.ts';
import { readMarker, withoutMarker } from '../snapshot/marker.ts';

/**
 * Whose a snapshot is, as far as its description can honestly tell. The marker says that this suite took it and in which run,
 * but not for which repository: a run's id is this repository's only if it is the present run's, or if the description that
 * the suite writes by default names the repository with that very run.
 */
export type Ownership = 'own' | 'safety' | 'suite' | 'foreign';

/** Tells whose a snapshot is by its description. */
export function ownershipOf(
  description: string | undefined,
  { repository, runId }: Pick<Job, 'repository' | 'runId'>,
): Ownership {
  const marker = readMarker(description);
  if (!marker) return 'foreign';
  // The only way back to what a restore has replaced.
  if (marker.safety) return 'safety';
  if (/^[1-9]\d*$/.test(runId) && marker.runId === runId) return 'own';
  const [, named = '', run] = withoutMarker(description ?? '').match(/^(\S+) [0-9a-f]{7} run (\d+)$/) ?? [];
  const isNamed = named !== '' && named.toLowerCase() === repository.toLowerCase();
  return isNamed && run === marker.runId ? 'own' : 'suite';
}

/** Why a snapshot is not deleted without `confirm`. */
export const whyNotOwn: Readonly<Record<Exclude<Ownership, 'own'>, string>> = {
  safety:
    'it is a safety snapshot, which restore took of what it was about to replace: perhaps the only way back to that data',
  suite:
    'this suite took it, but its description does not tell that it was for this repository (the default description would)',
  foreign: 'its description has no marker of this suite, so somebody else, or the schedule, took it',
};
