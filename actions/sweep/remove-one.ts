import { updateAnyCluster } from '../../src/atlas/any-cluster.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { changeSafely } from '../../src/atlas/create-once.ts';
import { deleteDatabaseUser } from '../../src/atlas/database-users.ts';
import { AtlasError, messageOf, NetworkError, TimedOut } from '../../src/atlas/errors.ts';
import { CLOSE_AGAIN, type Closing, closeProject } from '../close-project.ts';
import { removeCluster } from '../remove-cluster.ts';
import { keyOf, type Thing } from './findings.ts';
import type { Doomed } from './plan.ts';
import { removeEntry } from './remove-entry.ts';
import { isFresh, readingOf, Stale, type View, whileFresh } from './view.ts';
import { findingOf, see, type Work } from './work.ts';

/** Looks so often at most for one deletion; each look is good for all tries of its seconds. */
const MOST_LOOKS = 6;

/** Removes one thing, if it is still to go when its turn comes. A failure is told, and keeps nothing else from going. */
export async function removeOne(work: Work, doomed: Doomed): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      if ((await tryOnce(work, doomed, { isFirst: tries === 1 })) === 'done') return;
      tries = 0;
    } catch (error) {
      if (work.client.signal.aborted || error instanceof TimedOut) throw error;
      if (error instanceof Stale && tries < MOST_LOOKS) continue;
      return fail(work, doomed, error);
    }
  }
}

async function tryOnce(work: Work, doomed: Doomed, { isFirst }: { isFirst: boolean }): Promise<'done' | 'again'> {
  const now = await stillDoomed(work, doomed);
  if (!now) {
    await letStand(work, doomed, { wasTried: !isFirst });
    return 'done';
  }
  const end = await remove(work, now.thing);
  if (end === 'lags' && (await mayCloseAgain(work))) return 'again';
  if (end === 'gone') gone(work, now);
  else work.kept.push({ thing: now.thing, why: `${now.why}, but ${end === 'lags' ? LAGS : end.why}` });
  return 'done';
}

function fail(work: Work, doomed: Doomed, error: unknown): void {
  // Another run has taken the whole project away meanwhile.
  if (error instanceof AtlasError && error.code === 'GROUP_NOT_FOUND') {
    gone(work, doomed);
    return;
  }
  work.isCutOff = error instanceof NetworkError;
  if (isPermanent(doomed.thing)) work.held.add(doomed.owner);
  const why = messageOf(error);
  work.findings.failed.push(findingOf(work, { thing: doomed.thing, why }));
}

/** What Atlas will not delete by itself. */
function isPermanent(thing: Thing): boolean {
  if (thing.kind === 'user') return thing.user.deleteAfterDate === undefined;
  return thing.kind === 'access-list-entry' && thing.entry.expiresAt === undefined;
}

/** The same thing as it was seen last, not longer ago than a few seconds; undefined if it is not to go any more. */
async function stillDoomed(work: Work, doomed: Doomed): Promise<Doomed | undefined> {
  const { client, project, sweep, first } = work;
  // What has no cluster may be of one that was being made while users and clusters were read side by side.
  const isUnsure = doomed.isOrphan && work.scene === first;
  if (isUnsure || !isFresh(work.scene.view, client)) {
    work.scene = await see(client, project, { sweep, before: first.view });
  }
  return work.scene.plan.doomed.find(({ thing }) => keyOf(thing) === keyOf(doomed.thing));
}

async function remove({ client, project, scene, sweep }: Work, thing: Thing): Promise<Closing> {
  const { retainBackups, log } = sweep;
  const groupId = project.id;
  const guarded = whileFresh(client, scene.view);
  switch (thing.kind) {
    case 'cluster':
      await removeCluster(guarded, groupId, { cluster: thing.cluster, retainBackups, log });
      return 'gone';
    case 'user': {
      const { databaseName, username } = thing.user;
      await deleteDatabaseUser(guarded, { groupId, databaseName, username });
      return 'gone';
    }
    case 'access-list-entry':
      return await removeEntry(guarded, groupId, { entry: thing.entry, reading: readingOf(scene.view) });
    case 'project':
      return await closeProject(guarded, { id: groupId });
    default:
      throw new Error(`No such thing: ${JSON.stringify(thing satisfies never)}`);
  }
}

function gone(work: Work, { thing, why, owner }: Doomed): void {
  if (thing.kind === 'cluster') work.going.push(thing.cluster);
  else work.opened.add(owner);
  work.findings.deleted.push(findingOf(work, { thing, why }));
}

const LAGS = 'Atlas lags behind the end of its last cluster; the next run deletes it';

/** Waits until a project that lags may be tried again; false where there is no time for that. */
async function mayCloseAgain({ sweep, client }: Work): Promise<boolean> {
  const { clock, deadline, signal } = client;
  if (!sweep.wait || clock.now() + CLOSE_AGAIN > deadline.at) return false;
  await clock.sleep(CLOSE_AGAIN, signal);
  return true;
}

/** Not to go any more: gone by itself, or renewed meanwhile, which may come too late for its users. */
async function letStand(work: Work, doomed: Doomed, { wasTried }: { wasTried: boolean }): Promise<void> {
  const { thing, owner } = doomed;
  if (!stands(work.scene.view, thing)) return gone(work, doomed);
  if (thing.kind !== 'cluster') return;
  const now = work.scene.view.clusters.find(({ id }) => id === thing.cluster.id);
  if (wasTried && now && thing.cluster.terminationProtection && !now.terminationProtection) {
    await protectAgain(work, now);
  }
  if (!work.opened.has(owner)) return;
  const why = 'was renewed just after its users and access entries had been removed: run provision once more';
  work.findings.failed.push(findingOf(work, { thing, why }));
}

function stands({ clusters, users, entries }: View, thing: Thing): boolean {
  const things: readonly Thing[] = [
    ...clusters
      .filter(({ stateName }) => stateName !== 'DELETING')
      .map((cluster) => ({ kind: 'cluster', cluster }) as const),
    ...users.map((user) => ({ kind: 'user', user }) as const),
    ...entries.map((entry) => ({ kind: 'access-list-entry', entry }) as const),
  ];
  return thing.kind === 'project' || things.some((one) => keyOf(one) === keyOf(thing));
}

/** This step has lifted the protection of a cluster that now lives on. */
async function protectAgain({ client, project, sweep }: Work, { name, tier }: Cluster): Promise<void> {
  sweep.log.info(`Cluster "${name}" stays: protecting it against termination again.`);
  const body = { terminationProtectionEnabled: true };
  await changeSafely(client, () =>
    updateAnyCluster(client, { groupId: project.id, clusterName: name }, { tier, body }),
  );
}
