import { listRestoredCollections, type RestoredCollection } from '../../src/atlas/collection-restore-jobs.ts';
import { findJob, listJobs } from './find-job.ts';
import { progressOf } from './job-table.ts';
import type { JobView, ShownJob } from './restore-job.ts';
import type { Report, Work } from './work.ts';

/** Where one restore job is, of whatever kind. */
export async function restoreStatus(work: Work): Promise<Report> {
  const { context, inputs } = work;
  const id = inputs['restore-job-id'] ?? '';
  const job = await findJob(work, id);
  if (!job) throw new Error(await unknownJob(work, id));
  for (const secret of job.secrets) context.mask(secret);
  const { view } = job;
  const parts = view.type === 'collections' ? await collectionsOf(work, id) : undefined;
  context.log.info(`Restore job ${id} is ${[view.status, progressOf(view)].filter(Boolean).join(', ')}.`);
  if (view.status === 'unknown') {
    context.log.warning(
      `Atlas calls restore job ${id} "${view.state}", a word that is new to this version of the actions.`,
    );
  }
  return {
    result: { ...view, ...(parts && { namespaces: parts.slice(0, MOST_NAMESPACES) }) },
    count: 1,
    status: view.status,
    title: `Restore job ${id}: ${view.status}`,
    facts: jobFacts(view),
    ...(parts && { table: { head: ['Source', 'Target', 'State', 'Documents', 'Indexes'], rows: parts.map(rowOf) } }),
  };
}

/** Of each collection of a job there is one; a database can have thousands. */
const MOST_NAMESPACES = 1_000;

/** What became of one collection. */
interface NamespaceView {
  readonly source: string;
  readonly target: string | undefined;
  readonly state: string;
  readonly restoredDocuments: number | undefined;
  readonly totalDocuments: number | undefined;
  readonly indexState: string | undefined;
  readonly failedIndexes: number | undefined;
  readonly indexError: string | undefined;
}

async function collectionsOf({ client, subject }: Work, id: string): Promise<readonly NamespaceView[]> {
  const collections = await listRestoredCollections(client, subject.address, id);
  return collections.map((one: RestoredCollection) => ({
    source: one.sourceNamespace,
    target: one.effectiveNamespace,
    state: one.state,
    restoredDocuments: one.restoredDocuments,
    totalDocuments: one.totalDocuments,
    indexState: one.indexState,
    failedIndexes: one.failedIndexes > 0 ? one.failedIndexes : undefined,
    indexError: one.indexError,
  }));
}

function rowOf({ source, target, state, restoredDocuments, totalDocuments, ...index }: NamespaceView) {
  const documents =
    restoredDocuments === undefined
      ? undefined
      : `${restoredDocuments.toLocaleString('en')} of ${totalDocuments?.toLocaleString('en') ?? 'an unknown number'}`;
  return [source, target, state, documents, index.indexError ?? index.indexState];
}

/** What the summary says of a job; never a link. */
export function jobFacts(view: JobView): Report['facts'] {
  const { status, type, state, createdAt, finishedAt, snapshotId, pointInTime, oplog, error } = view;
  const { targetClusterName, targetProjectId } = view;
  const project = targetProjectId === undefined ? '' : ` (project ${targetProjectId})`;
  return [
    ['Status', status],
    ['Type', type],
    ['Atlas calls it', state],
    ['Begun', createdAt],
    ['Finished', finishedAt],
    ['Snapshot', snapshotId],
    ['Point in time', oplog === undefined ? pointInTime : `oplog ${oplog}`],
    ['Target', targetClusterName && `${targetClusterName}${project}`],
    ['Progress', error === undefined ? progressOf(view) : undefined],
    ['Error', error],
  ];
}

/** The message where there is no such job: what there is instead. */
async function unknownJob(work: Work, id: string): Promise<string> {
  const { clusterName, groupId } = work.subject.address;
  const jobs = await listJobs(work);
  const newest = jobs
    .toSorted((one, other) => (other.view.createdAt ?? '').localeCompare(one.view.createdAt ?? ''))
    .slice(0, 3)
    .map(
      ({ view }: ShownJob) =>
        `${view.id} (${view.type}, ${view.status}, begun ${view.createdAt ?? 'at an unknown time'})`,
    );
  const others = newest.length === 0 ? 'It has none at all.' : `Its newest are ${newest.join('; ')}.`;
  return `Cluster "${clusterName}" in project ${groupId} has no restore job ${id}. ${others} A job stands with the cluster that the snapshot came from, not with the target: check cluster-name and restore-job-id.`;
}
