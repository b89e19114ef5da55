import type { AtlasClient } from '../../src/atlas/client.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import { backupPage } from '../../src/atlas/console-links.ts';
import { listSnapshotDatabases } from '../../src/atlas/snapshot-catalogue.ts';
import { isCompleted, waitUntilCompleted } from '../../src/atlas/snapshot-completion.ts';
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
  const { snapshot, outcome } = await obtain({ inputs, context, client, address });
  context.publish({ 'snapshot-id': snapshot.id, outcome, status: snapshot.status });

  const final = await finish({ snapshot, outcome, inputs, context, client, address });
  context.underway(undefined);
  context.publish({ status: final.status });
  if (final.status === 'completed')
    context.log.info(`Snapshot ${final.id} is completed; its data is of ${final.createdAt}.`);
  if (inputs['expect-databases'])
    context.underway(`Snapshot ${final.id} is completed, and stays in Atlas until ${final.expiresAt ?? 'it expires'}.`);
  const databases = inputs['expect-databases'] && (await listSnapshotDatabases(client, address, final.id));
  context.underway(undefined);
  if (databases) {
    context.log.info(`The snapshot contains the databases ${databases.join(', ') || '(none)'}.`);
    context.publish({ databases });
    assertDatabases({ expected: inputs['expect-databases'] ?? [], found: databases, snapshotId: final.id });
  }
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

async function obtain({ inputs, context, client, address }: Work) {
  try {
    if (inputs['expect-databases']) await assertContentsCanBeRead(client, address);
    const maxAge = inputs['max-age-minutes'];
    const reusable = maxAge === undefined ? undefined : await findReusable(client, address, maxAge);
    if (reusable) {
      context.log.info(`Reusing snapshot ${reusable.id}, whose data is of ${reusable.createdAt}.`);
      return { snapshot: reusable, outcome: 'reused' } as const;
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

/** Reads the snapshot back as far as the author wants; one that was found to reuse was read a moment ago. */
async function finish({
  snapshot,
  outcome,
  ...work
}: Work & { snapshot: Snapshot; outcome: 'created' | 'adopted' | 'reused' }): Promise<Snapshot> {
  if (outcome === 'reused') return snapshot;
  if (work.inputs.wait) return await complete({ snapshot, ...work });
  // Throws for a snapshot that has failed already.
  isCompleted(snapshot, work.address);
  return snapshot;
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
