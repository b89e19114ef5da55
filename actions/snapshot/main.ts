import type { AtlasClient } from '../../src/atlas/client.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import { backupPage } from '../../src/atlas/console-links.ts';
import type { Look } from '../../src/atlas/last-look.ts';
import { listSnapshotDatabases } from '../../src/atlas/snapshot-catalogue.ts';
import { confirmCompleted, isCompleted, waitUntilCompleted } from '../../src/atlas/snapshot-completion.ts';
import type { Snapshot } from '../../src/atlas/snapshots.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import type { ActionContext, ActionResult } from '../../src/runner/context.ts';
import { openAtlas } from '../atlas-session.ts';
import type { snapshot as definition } from './action.ts';
import { assertContentsCanBeRead, assertDatabases } from './databases.ts';
import { explainSnapshotRefusal } from './explain.ts';
import { createMarker, defaultDescription } from './marker.ts';
import { obtainSnapshot } from './obtain.ts';
import { progressOf } from './progress.ts';
import { findReusable } from './reuse.ts';
import { summarize } from './summarize.ts';

type Inputs = InputsOf<typeof definition>;
type Context = ActionContext<typeof definition>;

/** Takes, adopts or reuses a snapshot, and succeeds only when it was read back as completed. */
export async function takeSnapshot(inputs: Inputs, context: Context): Promise<ActionResult<typeof definition>> {
  const startedAt = context.clock.now();
  const { client, groupId } = await openAtlas(inputs, context);
  const address = { groupId, clusterName: inputs['cluster-name'] };
  const work = { inputs, context, client, address };
  const gained = await obtain(work);
  const { outcome } = gained;
  context.publish({ 'snapshot-id': gained.snapshot.id, outcome, status: gained.snapshot.status });
  const completed = await finish(gained, work);
  context.underway(undefined);
  if (completed) {
    context.publish({ status: completed.status });
    context.log.info(`Snapshot ${completed.id} is completed; its data is of ${completed.createdAt}.`);
  }
  const databases = completed && (await databasesOf(completed, work));
  const final = completed ? await confirmCompleted(client, address, completed) : gained.snapshot;
  return {
    outputs: {
      'created-at': final.createdAt,
      'expires-at': final.expiresAt,
      'size-bytes': final.status === 'completed' ? final.storageSizeBytes : undefined,
      'restore-point': final.createdAt,
    },
    summary: summarize({
      snapshot: final,
      outcome,
      address,
      databases,
      took: context.clock.now() - startedAt,
      backupPage: backupPage(client.baseUrl, address),
    }),
  };
}

interface Work {
  readonly inputs: Inputs;
  readonly context: Context;
  readonly client: AtlasClient;
  readonly address: ClusterAddress;
}

type Gained =
  | { readonly snapshot: Snapshot & Look; readonly outcome: 'reused' }
  | { readonly snapshot: Snapshot; readonly outcome: 'created' | 'adopted' };

async function obtain({ inputs, context, client, address }: Work): Promise<Gained> {
  try {
    if (inputs['expect-databases']) await assertContentsCanBeRead(client, address);
    const maxAge = inputs['max-age-minutes'];
    const reusable = maxAge === undefined ? undefined : await findReusable(client, address, maxAge);
    if (reusable) {
      context.log.info(`Reusing snapshot ${reusable.id}, whose data is of ${reusable.createdAt}.`);
      return { snapshot: reusable, outcome: 'reused' };
    }
    const obtained = await obtainSnapshot({
      client,
      address,
      description: inputs.description ?? defaultDescription(context.job),
      marker: createMarker(context.job, context.random),
      retentionInDays: inputs['retention-days'],
      underway: context.underway,
    });
    const { snapshot, outcome } = obtained;
    context.log.info(
      outcome === 'created'
        ? `Atlas has accepted snapshot ${snapshot.id} of cluster "${address.clusterName}".`
        : `Adopting snapshot ${snapshot.id} of cluster "${address.clusterName}", which is already under way.`,
    );
    return obtained;
  } catch (error) {
    throw await explainSnapshotRefusal(error, client, address);
  }
}

/** Reads the snapshot back as completed; undefined where the author does not wait for that. */
async function finish(gained: Gained, work: Work): Promise<(Snapshot & Look) | undefined> {
  // One that was found to reuse was read a moment ago.
  if (gained.outcome === 'reused') return gained.snapshot;
  if (work.inputs.wait) return await complete({ snapshot: gained.snapshot, ...work });
  // Throws for a snapshot that has failed already.
  isCompleted(gained.snapshot, work.address);
  return undefined;
}

/** What the snapshot contains, where the author expects something of it. Throws where that is missing. */
async function databasesOf(
  { id, expiresAt }: Snapshot,
  { inputs, context, client, address }: Work,
): Promise<readonly string[] | undefined> {
  const expected = inputs['expect-databases'];
  if (!expected) return undefined;
  context.underway(`Snapshot ${id} is completed, and stays in Atlas until ${expiresAt ?? 'it expires'}.`);
  const found = await listSnapshotDatabases(client, address, id);
  context.underway(undefined);
  context.log.info(`The snapshot contains the databases ${found.join(', ') || '(none)'}.`);
  context.publish({ databases: found });
  assertDatabases({ expected, found, snapshotId: id });
  return found;
}

async function complete({ snapshot, context, client, address }: Omit<Work, 'inputs'> & { snapshot: Snapshot }) {
  context.underway(
    `Snapshot ${snapshot.id} of cluster "${address.clusterName}" may still go on in Atlas: ${backupPage(client.baseUrl, address)}`,
  );
  const narrate = progressOf(context, snapshot);
  const onState = (state: Snapshot) => {
    context.publish({ status: state.status });
    narrate(state);
  };
  return await waitUntilCompleted(client, address, { snapshot, onState });
}
