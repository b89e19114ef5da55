import { AtlasError, mayHaveTakenEffect } from '../../src/atlas/errors.ts';
import { poll } from '../../src/atlas/polling.ts';
import { deleteSnapshot } from '../../src/atlas/snapshots.ts';
import { type ListedSnapshot, readSnapshotOfType } from '../listed-snapshots.ts';
import { parseSelector } from '../snapshot-selector.ts';
import { findMeant } from './find-snapshot.ts';
import { ownershipOf, whyNotOwn } from './ownership.ts';
import { snapshotColumns, snapshotRow, statusOf, viewOf } from './snapshot-view.ts';
import type { Report, Work } from './work.ts';

/** Deletes one snapshot; gone already is success. */
export async function deleteOne(work: Work): Promise<Report> {
  const { context, inputs } = work;
  const snapshot = await findOne(work);
  if (!snapshot) return absent(work);
  assertDeletable(work, snapshot);
  if (inputs['dry-run']) {
    context.log.info(`Snapshot ${snapshot.id} would be deleted.`);
    return reportOf(work, snapshot, 'planned');
  }
  await deleteAndReadBack(work, snapshot);
  context.log.info(`Snapshot ${snapshot.id} is deleted.`);
  return reportOf(work, snapshot, 'deleted');
}

/** The one snapshot that is meant. Where several are, nobody should guess. */
async function findOne(work: Work): Promise<ListedSnapshot | undefined> {
  const { subject, inputs } = work;
  const { clusterName } = subject.address;
  if (subject.cluster.tier === 'FLEX') {
    throw new Error(
      `"${clusterName}" is a Flex cluster, and Atlas lets nobody delete its snapshots: it keeps the last eight daily ones, and they expire by themselves.`,
    );
  }
  const meant = await findMeant(work, parseSelector(inputs.snapshot ?? ''));
  if (meant.length <= 1) return meant[0];
  const ids = meant.slice(0, 10).map(({ id, createdAt }) => `${id} of ${createdAt ?? 'no time yet'}`);
  throw new Error(
    `snapshot: ${inputs.snapshot} means ${meant.length} snapshots of cluster "${clusterName}", so none was deleted. Name one by its id: ${ids.join('; ')}${meant.length > ids.length ? '; …' : ''}.`,
  );
}

function absent({ context, subject, inputs }: Work): Report {
  const { clusterName, groupId } = subject.address;
  const what = `There is no snapshot ${inputs.snapshot} of cluster "${clusterName}" in project ${groupId} (any more): nothing was deleted.`;
  context.log.notice(`${what} If it should be there, check snapshot and cluster-name.`);
  return { result: {}, count: 0, status: 'absent', title: 'Snapshot: absent', facts: [], note: what };
}

/** Throws unless the snapshot can be deleted, and may be. */
function assertDeletable({ context, subject, inputs }: Work, snapshot: ListedSnapshot): void {
  const { id } = snapshot;
  const what = `Snapshot ${id} of cluster "${subject.address.clusterName}"`;
  const status = statusOf(snapshot);
  if (status === 'queued' || status === 'inProgress') {
    throw new Error(
      `${what} is ${status}, and Atlas deletes no snapshot before it has ended. Wait until it is completed or failed, and run the step again.`,
    );
  }
  if (inputs.confirm !== undefined && inputs.confirm !== id) {
    throw new Error(
      `confirm names ${inputs.confirm}, but snapshot: ${inputs.snapshot} means ${id}; nothing was deleted.`,
    );
  }
  const ownership = ownershipOf(snapshot.description, context.job);
  if (ownership === 'own' || inputs.confirm === id) return;
  throw new Error(`${what} was not deleted: ${whyNotOwn[ownership]}. If it really is to go, set confirm: ${id}.`);
}

/** Milliseconds between two looks whether it is gone. */
const LOOK_AGAIN = 3_000;

async function deleteAndReadBack(work: Work, snapshot: ListedSnapshot): Promise<void> {
  const { client, context, subject } = work;
  const { id, type } = snapshot;
  const { address } = subject;
  context.underway(`Atlas may have deleted snapshot ${id}, or may still do so; run the step again to see.`);
  try {
    await deleteSnapshot(client, address, { id, type });
  } catch (error) {
    if (!client.signal.aborted && !mayHaveTakenEffect(error)) context.underway(undefined);
    throw explained(error, snapshot);
  }
  const since = client.clock.now();
  await poll(client, {
    read: async () => {
      try {
        await readSnapshotOfType(client, address, { id, type });
        return 'there';
      } catch (error) {
        // With its cluster, or its project, a snapshot is gone too.
        if (error instanceof AtlasError && error.status === 404) return 'gone';
        throw error;
      }
    },
    done: (state) => state === 'gone',
    schedule: (elapsed) => (elapsed === 0 ? 0 : LOOK_AGAIN),
    since,
    what: `The deletion of snapshot ${id}`,
  });
  context.underway(undefined);
}

function explained(error: unknown, { expiresAt }: ListedSnapshot): unknown {
  if (!(error instanceof AtlasError && error.code === 'CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY'))
    return error;
  const until = expiresAt === undefined ? '' : `, this one until ${expiresAt}`;
  const hint = `The project's backup compliance policy keeps every snapshot until it expires${until}. No role in Atlas can delete it sooner; ask whoever owns the policy.`;
  return new Error(`${error.facts} ${hint}`, { cause: error });
}

function reportOf({ subject }: Work, snapshot: ListedSnapshot, status: 'deleted' | 'planned'): Report {
  const view = viewOf(snapshot);
  return {
    result: { ...view },
    count: 1,
    status,
    title: `Snapshot of ${subject.address.clusterName}: ${status}`,
    facts: [],
    table: { head: snapshotColumns, rows: [snapshotRow(view)] },
    ...(status === 'planned' && { note: 'dry-run: nothing was deleted.' }),
  };
}
