import { type Pace, paced } from '../durations.ts';
import type { RestoreEnding, RestoreKind, RestoreScript, UnknownStatus } from './restore-types.ts';
import type { Cluster, World } from './types.ts';

/** A restore that begins: of which cluster, into which, if into any. */
export interface Beginning {
  readonly kind: RestoreKind;
  readonly cluster: Cluster;
  readonly target?: Cluster | undefined;
}

/** Takes the script that a scenario has set for a restore of this kind between these clusters. */
export function takeRestoreScript(world: World, { kind, cluster, target }: Beginning): RestoreScript | undefined {
  const names = [cluster.id, cluster.name, target?.id, target?.name];
  const index = world.restoreScripts.findIndex(
    (script) =>
      (script.kind === undefined || script.kind === kind) &&
      (script.cluster === undefined || names.includes(script.cluster)),
  );
  return index < 0 ? undefined : world.restoreScripts.splice(index, 1)[0];
}

/** How a restore ends, and when: Infinity for one that is stuck. */
export interface RestoreEnd {
  readonly ending: RestoreEnding | UnknownStatus;
  readonly endsAt: number;
}

/** Follows a script where there is one; without it a restore ends well, after the time that was drawn for it. */
export function endOf(
  script: RestoreScript | undefined,
  { now, drawn, speed }: Pace & { readonly now: number; readonly drawn: number },
): RestoreEnd {
  const { ending = 'finished', afterSeconds } = script ?? {};
  const after = afterSeconds === undefined ? drawn : paced({ speed }, afterSeconds);
  return { ending, endsAt: ending === 'stuck' ? Number.POSITIVE_INFINITY : now + after };
}
