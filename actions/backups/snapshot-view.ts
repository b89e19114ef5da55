import { readTime } from '../../src/atlas/iso-time.ts';
import { requestedAt } from '../../src/atlas/object-id.ts';
import { formatBytes } from '../format.ts';
import type { ListedSnapshot } from '../listed-snapshots.ts';
import { readMarker } from '../snapshot/marker.ts';
import type { snapshotStatuses } from './words.ts';

/** A snapshot as the output shows it; absent is what Atlas does not say. Times are ISO 8601. */
export interface SnapshotView {
  readonly id: string;
  readonly status: string;
  /** on-demand, scheduled or fallback. */
  readonly type: string | undefined;
  readonly frequency: string | undefined;
  /** The time of the data; absent until it is completed. */
  readonly createdAt: string | undefined;
  readonly expiresAt: string | undefined;
  readonly sizeBytes: number | undefined;
  readonly mongodbVersion: string | undefined;
  readonly description: string | undefined;
  /** The workflow run in which the suite took it. */
  readonly runId: string | undefined;
  /** Taken by restore of what it was about to replace. */
  readonly safety: true | undefined;
  /** Of a sharded cluster. */
  readonly replicaSets: readonly string[] | undefined;
}

/** A snapshot in the words of the output. */
export function viewOf(snapshot: ListedSnapshot): SnapshotView {
  const { id, snapshotType, frequencyType, createdAt, expiresAt, sizeBytes, mongodbVersion, members } = snapshot;
  const marker = readMarker(snapshot.description);
  return {
    id,
    status: statusOf(snapshot),
    type: snapshotType === 'onDemand' ? 'on-demand' : snapshotType,
    frequency: frequencyType === 'ondemand' ? undefined : frequencyType,
    createdAt,
    expiresAt,
    sizeBytes,
    mongodbVersion,
    description: snapshot.description || undefined,
    runId: marker?.runId,
    safety: marker?.safety ? true : undefined,
    replicaSets: members.length > 0 ? members : undefined,
  };
}

type SnapshotStatus = (typeof snapshotStatuses)[number];

/** How Flex clusters say it. */
const flexWords: Readonly<Record<string, SnapshotStatus>> = {
  PENDING: 'queued',
  QUEUED: 'queued',
  RUNNING: 'inProgress',
  COMPLETED: 'completed',
  FAILED: 'failed',
};

/** The state of a snapshot, in the same words for every tier; a word that nobody knows stays as it is. */
export function statusOf({ status }: Pick<ListedSnapshot, 'status'>): string {
  return Object.hasOwn(flexWords, status) ? (flexWords[status] ?? status) : status;
}

/** When a snapshot's data is of, in milliseconds since 1970; while it is not known, when the snapshot was asked for. */
export function timeOf(snapshot: ListedSnapshot): number | undefined {
  return readTime(snapshot.createdAt) ?? requestedAt(snapshot);
}

/** The heads of a table of snapshots. */
export const snapshotColumns = ['Snapshot', 'Status', 'Type', 'Data of', 'Expires', 'Size', 'Description'] as const;

/** A row of a table of snapshots. */
export function snapshotRow(view: SnapshotView): readonly (string | undefined)[] {
  const { id, status, type, frequency, createdAt, expiresAt, sizeBytes, description } = view;
  const size = status === 'completed' && sizeBytes !== undefined ? formatBytes(sizeBytes) : undefined;
  return [id, status, frequency ?? type, createdAt, expiresAt, size, description];
}
