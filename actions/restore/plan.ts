import { isoTime } from '../../src/atlas/iso-time.ts';
import { replacesData } from './checks.ts';
import { wantedName } from './namespaces.ts';
import type { Survey } from './survey.ts';
import type { RestoreScope, RestoreWish } from './wish.ts';

/** Time of the data that is brought back (ISO 8601); undefined where Atlas does not say. */
export function pointOf({ source }: RestoreWish, { snapshot }: Survey): string | undefined {
  return source.kind === 'snapshot' ? snapshot?.createdAt : isoTime(source.seconds * 1_000);
}

/** What is going to happen, in words; of a dry run what would. */
export function planLines(wish: RestoreWish, found: Survey, { dryRun }: { dryRun: boolean }): readonly string[] {
  const { from, to, scope, safetySnapshot } = wish;
  const point = pointOf(wish, found);
  const what = found.snapshot
    ? `snapshot ${found.snapshot.id} of cluster "${from.clusterName}" (data of ${point ?? 'an unknown time'})`
    : `cluster "${from.clusterName}" as it was at ${point}`;
  if (!to) return dryRun ? [`Dry run: would ask for links to ${what}.`, UNCHANGED] : [`Asking for links to ${what}.`];
  const place = `cluster "${to.clusterName}" in project ${to.groupId}`;
  if (dryRun) return dryLines(wish, { what, place });
  return [
    `Restoring ${what} into ${place}.`,
    ...(scope ? scopeLines(scope) : []),
    replacesData(wish)
      ? `${scope ? 'What is named is' : 'All data there is'} replaced.`
      : 'Nothing there is replaced: names that are taken get another one.',
    ...(safetySnapshot ? [`A snapshot of "${to.clusterName}" is taken first.`] : []),
  ];
}

const UNCHANGED = 'Nothing was changed.';

function dryLines(wish: RestoreWish, { what, place }: { what: string; place: string }): readonly string[] {
  const { to, scope, safetySnapshot } = wish;
  const data = scope ? 'the named databases and collections' : 'all data';
  return [
    replacesData(wish)
      ? `Dry run: would replace ${data} of ${place} by ${what}.`
      : `Dry run: would restore ${what} into ${place}, and replace nothing there: names that are taken would get another one.`,
    ...(scope ? scopeLines(scope) : []),
    ...(safetySnapshot ? [`A snapshot of "${to?.clusterName}" would be taken first.`] : []),
    UNCHANGED,
  ];
}

function scopeLines(scope: RestoreScope): readonly string[] {
  return [...scope.databases, ...scope.collections].map((name) => `- ${name} as ${wantedName(name, scope)}`);
}
