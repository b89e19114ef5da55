import { isMarkOf, lacksId, type MarkOwner, readMark } from '../environment/owner-mark.ts';
import { changeOf } from './changes.ts';
import type { Change, PlanOptions } from './plan.ts';

/** Text of a description or a comment without the suite's mark at its end. */
export function authorsText(text: string | undefined): string | undefined {
  if (text === undefined || readMark(text) === undefined) return text;
  const own = text.replace(/\s*\[gha [^\]]*\]$/, '');
  return own === '' ? undefined : own;
}

/** Whose a user or an entry is, by its mark. */
export function holderOf(text: string | undefined, options: PlanOptions): 'own' | 'other' | 'nobody' {
  const mark = readMark(text);
  const owner = ownerOfPlan(options);
  if (!mark || !owner) return 'nobody';
  return isMarkOf(mark, owner) ? 'own' : 'other';
}

/** What is done about a mark that was made when the repository's id was not known. */
export function idChange(text: string | undefined, owner: MarkOwner | undefined): readonly Change[] {
  return owner && lacksId(readMark(text), owner) ? changeOf(REPOSITORY_ID, undefined, owner.repositoryId) : [];
}

/** The change of a mark that gets the repository's id. */
export const REPOSITORY_ID = 'repository-id';

/** Who the things of a plan belong to; undefined where it does not say. */
export function ownerOfPlan({ environment, repository, repositoryId }: PlanOptions): MarkOwner | undefined {
  return environment ?? (repository === undefined ? undefined : { repository, repositoryId });
}
