import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import type { ActionName, ProbeName, Right } from '../rights.ts';
import { type Check, type Finding, findingOf, ok, unknown } from './check.ts';
import { NotAskable, type Probe, probes } from './probes.ts';

/** What there is to ask about, and where to. */
export interface Ground {
  readonly client: AtlasClient;
  /** Undefined where none was named, or it cannot be read. */
  readonly groupId: string | undefined;
  readonly cluster: Cluster | undefined;
  /** What the author has named, whether it can be read or not. */
  readonly names: { readonly project: boolean; readonly cluster: boolean };
}

/** A right, and the action that needs it. */
export interface NeededRight {
  readonly action: ActionName;
  readonly right: Right;
}

/** Tries every read that somebody needs, each once, side by side. */
export async function checkReads(needed: readonly NeededRight[], ground: Ground): Promise<readonly Check[]> {
  const byProbe = new Map<ProbeName, readonly NeededRight[]>();
  for (const one of needed) {
    for (const probe of one.right.probes ?? []) byProbe.set(probe, [...(byProbe.get(probe) ?? []), one]);
  }
  return await Promise.all(
    [...byProbe].map(async ([name, users]): Promise<Check> => {
      const finding = await tryOut(probes[name], ground);
      return { check: `read ${probes[name].reads}`, for: namesOf(users), ...judged(finding, users) };
    }),
  );
}

/** The actions that need something, each with the case in which it does. */
export function namesOf(users: readonly NeededRight[]): readonly string[] {
  return [...new Set(users.map(({ action }) => action))];
}

/** What is needed in some cases only may be missing: nobody knows whether these cases are meant. */
export function judged(finding: Finding, users: readonly NeededRight[]): Finding {
  const conditions = users.flatMap(({ action, right }) => (right.only === undefined ? [] : `${action} ${right.only}`));
  if (finding.result !== 'failed' || conditions.length < users.length) return finding;
  const words = [...new Set(conditions)].join('; ').replaceAll('`', '');
  return unknown(`${finding.detail} Needed only by ${words}.`, finding.fix);
}

async function tryOut(probe: Probe, ground: Ground): Promise<Finding> {
  try {
    const isAsked = await ask(probe, ground);
    return isAsked ? ok('Atlas answers.') : whyNotAsked(probe, ground);
  } catch (error) {
    if (error instanceof NotAskable) return unknown(`Not asked: ${error.message}`);
    const finding = findingOf(error);
    if (!finding || ground.client.signal.aborted) throw error;
    return finding;
  }
}

/** Whether it could be asked. */
async function ask(probe: Probe, { client, groupId, cluster }: Ground): Promise<boolean> {
  if (groupId === undefined) return false;
  if (probe.where === 'project') await probe.ask(client, groupId);
  else if (cluster === undefined) return false;
  else await probe.ask({ client, cluster, address: { groupId, clusterName: cluster.name } });
  return true;
}

function whyNotAsked({ where }: Probe, { groupId, names }: Ground): Finding {
  const what = groupId === undefined ? 'project' : where;
  return names[what]
    ? unknown(`Not asked: the ${what} cannot be read.`)
    : unknown(`Not asked: no ${what} is named.`, what === 'project' ? 'Give project-id.' : 'Give cluster-name.');
}
