import { matchesGlob } from '../glob.ts';
import type { ListedSnapshot } from '../listed-snapshots.ts';
import { withoutMarker } from '../snapshot/marker.ts';
import { isAmong, listed } from './listing.ts';
import { snapshotColumns, snapshotRow, timeOf, viewOf } from './snapshot-view.ts';
import { snapshotsOf } from './subject.ts';
import type { Inputs, Report, Work } from './work.ts';

/** The snapshots of a cluster that match. */
export async function list(work: Work): Promise<Report> {
  const { client, subject, inputs } = work;
  return listed(work, {
    what: 'snapshot',
    title: `Snapshots of ${subject.address.clusterName}`,
    items: await snapshotsOf(client, subject),
    timeOf,
    matches: (snapshot) => matches(snapshot, inputs),
    viewOf,
    columns: snapshotColumns,
    rowOf: snapshotRow,
  });
}

function matches(snapshot: ListedSnapshot, { status, type, description }: Inputs): boolean {
  const view = viewOf(snapshot);
  return (
    isAmong(status, view.status) &&
    isAmong(type, view.type) &&
    (description === undefined || matchesGlob(withoutMarker(snapshot.description ?? ''), description))
  );
}
