import type { AtlasClient } from '../../src/atlas/client.ts';
import { deleteDatabaseUser } from '../../src/atlas/database-users.ts';
import { AtlasError, messageOf, NetworkError, TimedOut } from '../../src/atlas/errors.ts';
import { actOnFreshLook } from '../../src/atlas/fresh-look.ts';
import { CLOSE_AGAIN, type Closing, closeProject } from '../close-project.ts';
import { type ClusterRemoval, isProtectionRefusal, removeCluster } from '../remove-cluster.ts';
import { removeEntry } from '../remove-entry.ts';
import { keyOf, type Thing } from './findings.ts';
import { type Doomed, PROTECTED } from './plan.ts';
import { readingOf, type View } from './view.ts';
import { findingOf, sceneOf, see, type Work } from './work.ts';

/** Removes one thing, if it is still to go when its turn comes. A failure is told, and keeps nothing else from going. */
export async function removeOne(work: Work, doomed: Doomed): Promise<void> {
  try {
    while ((await tryOnce(work, doomed)) === 'again');
  } catch (error) {
    if (work.client.signal.aborted || error instanceof TimedOut) throw error;
    fail(work, doomed, error);
  }
}

async function tryOnce(work: Work, doomed: Doomed): Promise<'done' | 'again'> {
  const { client, first } = work;
  // What has no cluster may be of one that was being made while users and clusters were read side by side.
  const isUnsure = doomed.isOrphan && work.scene === first;
  const { now, end } = await actOnFreshLook(client, {
    current: () => (isUnsure && work.scene === first ? undefined : work.scene.view),
    renew: () => renew(work),
    act: async (_, guarded) => {
      const now = await stillDoomed(work, doomed);
      return { now, end: now ? await remove(work, now.thing, guarded) : undefined };
    },
  });
  if (!now || end === undefined) letStand(work, doomed);
  else if (end === 'protected') await leaveProtected(work, now);
  else if (end === 'lags' && (await mayCloseAgain(work))) return 'again';
  else if (end === 'gone') gone(work, now);
  else work.kept.push({ thing: now.thing, why: `${now.why}, but ${end === 'lags' ? LAGS : end.why}` });
  return 'done';
}

async function renew(work: Work): Promise<View> {
  const { client, project, sweep, first } = work;
  work.scene = await see(client, project, { sweep, before: first.view });
  return work.scene.view;
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

/** The same thing by a fresh look; undefined if it is not to go any more. */
async function stillDoomed(work: Work, doomed: Doomed): Promise<Doomed | undefined> {
  const { sweep, first, scene } = work;
  const find = () => work.scene.plan.doomed.find(({ thing }) => keyOf(thing) === keyOf(doomed.thing));
  const found = find();
  const ask = sweep.rules.pullRequestState;
  if (!found?.pullRequest || !ask) return found;
  // Somebody may have reopened it: the answer has to be as fresh as the look.
  if ((await ask(found.pullRequest, { since: scene.view.readAt })) === 'closed') return found;
  work.scene = await sceneOf(scene.view, { sweep, before: first.view });
  return find();
}

async function remove(
  { project, scene, sweep }: Work,
  thing: Thing,
  guarded: AtlasClient,
): Promise<Closing | 'protected'> {
  const { retainBackups, log } = sweep;
  const groupId = project.id;
  switch (thing.kind) {
    case 'cluster':
      return await removeUnprotected(guarded, groupId, { cluster: thing.cluster, retainBackups, log });
    case 'user': {
      const { databaseName, username } = thing.user;
      await deleteDatabaseUser(guarded, { groupId, databaseName, username }, { repeat: 'if-not-executed' });
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

/** Somebody may have protected the cluster since the look. */
async function removeUnprotected(
  client: AtlasClient,
  groupId: string,
  removal: ClusterRemoval,
): Promise<'gone' | 'protected'> {
  try {
    await removeCluster(client, groupId, removal);
    return 'gone';
  } catch (error) {
    if (isProtectionRefusal(error)) return 'protected';
    throw error;
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
function letStand(work: Work, doomed: Doomed): void {
  if (stands(work.scene.view, doomed.thing)) tellIfOpened(work, doomed, 'was renewed');
  else gone(work, doomed);
}

/** Protected since the last look: it is kept, like every protected one. */
async function leaveProtected(work: Work, doomed: Doomed): Promise<void> {
  await renew(work);
  const isShown = !work.scene.plan.doomed.some(({ thing }) => keyOf(thing) === keyOf(doomed.thing));
  if (!isShown) work.kept.push({ thing: doomed.thing, why: `${doomed.why}, but ${PROTECTED}` });
  tellIfOpened(work, doomed, 'was protected against termination');
}

/** A cluster that stays without its users. */
function tellIfOpened(work: Work, { thing, owner }: Doomed, what: string): void {
  if (thing.kind !== 'cluster' || !work.opened.has(owner)) return;
  const why = `${what} just after its users and access entries had been removed: run provision once more`;
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
