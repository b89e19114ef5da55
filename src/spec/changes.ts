import type { Change, PlanStep, Shown, StepKind } from './plan.ts';

const MINUTE = 60_000;

/** An expiry is only renewed when that moves it at least so far: a re-run a minute later changes nothing. */
const WORTHWHILE = 30 * MINUTE;

/** Whether an expiry has to be written anew. */
export function isWorthwhile(from: number | undefined, to: number): boolean {
  return from === undefined || Math.abs(to - from) >= WORTHWHILE;
}

/** Whether the end of something has to be written anew; what ends with its environment ends at the same moment. */
export function movesEnd(
  from: number | undefined,
  { expiresAt: to, endsWithEnvironment = false }: { expiresAt: number | undefined; endsWithEnvironment?: boolean },
): boolean {
  if (to === undefined) return false;
  return endsWithEnvironment ? Math.abs(to - (from ?? 0)) >= 1_000 : isWorthwhile(from, to);
}

/** A change where the two differ; none where nothing is wanted or nothing is known. */
export function changeOf(field: string, from: Shown | undefined, to: Shown | undefined): readonly Change[] {
  if (to === undefined || from === to) return [];
  return [from === undefined ? { field, to } : { field, from, to }];
}

/** Tags that an author names and that are missing or other in Atlas; those of others stay. */
export function tagChanges(
  actual: Readonly<Record<string, string>>,
  desired: Readonly<Record<string, string>>,
): readonly Change[] {
  return Object.entries(desired)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, value]) => changeOf(`tags.${key}`, ownValue(actual, key), value));
}

function ownValue(tags: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(tags, key) ? tags[key] : undefined;
}

/** The step of something that exists. */
export function existingStep(
  of: { readonly kind: StepKind; readonly name: string },
  changes: readonly Change[],
  unchanged = 'is as it should be',
): PlanStep {
  if (changes.length === 0) return { ...of, action: 'unchanged', changes, reason: unchanged };
  return { ...of, action: 'update', changes, reason: reasonOf(changes) };
}

/** Why something is updated. Of a given password nobody can tell whether it differs. */
export function reasonOf(changes: readonly Change[]): string {
  const fields = [...new Set(changes.map(({ field }) => field))];
  const others = fields.filter((field) => field !== 'password');
  const differs = others.length > 0 ? [`differs in ${others.join(', ')}`] : [];
  return [...differs, ...(fields.includes('password') ? ['its password is set'] : [])].join('; ');
}

/** The step of something that does not exist. */
export function newStep(
  of: { readonly kind: StepKind; readonly name: string },
  changes: readonly Change[],
  reason = 'does not exist yet',
): PlanStep {
  return { ...of, action: 'create', changes, reason };
}

/** Shows a set of words in an order of its own, so that the order in which they came is no difference. */
export function showSet(words: readonly string[]): string {
  return [...new Set(words)].toSorted().join(', ');
}
