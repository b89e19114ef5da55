import { atlasError } from '../errors.ts';
import type { Call } from './operation.ts';

/** What becomes of a write to an access list. */
export type Fate = 'done' | 'done but answered 500' | 'partly lost';

/** Decides how a write fares: well, unless another one of its project is under way. Throws where nothing is done. */
export function decideFate({ world, overlaps, caller }: Call): Fate {
  if (!overlaps) return 'done';
  const { overlapLosesEntry, overlapAnswers500, overlapAnswers401 } = world.oddities;
  const draw = world.random.next();
  if (draw < overlapLosesEntry) return 'partly lost';
  if (draw < overlapLosesEntry + overlapAnswers500) {
    if (world.random.chance(0.5)) return 'done but answered 500';
    throw atlasError('UNEXPECTED_ERROR');
  }
  if (draw < overlapLosesEntry + overlapAnswers500 + overlapAnswers401 && caller.kind === 'apiKey') {
    throw atlasError('USER_UNAUTHORIZED');
  }
  return 'done';
}
