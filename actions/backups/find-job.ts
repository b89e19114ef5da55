import { getCollectionRestoreJob, listCollectionRestoreJobs } from '../../src/atlas/collection-restore-jobs.ts';
import { AtlasError, factsOf } from '../../src/atlas/errors.ts';
import { getFlexRestoreJob, listFlexRestoreJobs } from '../../src/atlas/flex-restore-jobs.ts';
import { getRestoreJob, listRestoreJobs } from '../../src/atlas/restore-jobs.ts';
import { type ShownJob, showCollections, showFlex, showWhole } from './restore-job.ts';
import { adviceFor, hasBackups, isBackupOff, type Subject } from './subject.ts';
import { atlasNow, type Work } from './work.ts';

/** All restore jobs of a cluster as their source, of whatever kind. */
export async function listJobs(work: Work): Promise<readonly ShownJob[]> {
  const { client, subject } = work;
  const { address, cluster } = subject;
  const now = atlasNow(work);
  if (!hasBackups(cluster)) return [];
  if (cluster.tier === 'FLEX') {
    const jobs = await listFlexRestoreJobs(client, address);
    return jobs.map((job) => showFlex(job, now));
  }
  const [whole, collections] = await Promise.all([
    noneWhereOff(work, () => listRestoreJobs(client, address)),
    noneWhereOff(work, () => noneWhereUnknown(work, () => listCollectionRestoreJobs(client, address))),
  ]);
  return [...whole.map((job) => showWhole(job, now)), ...collections.map(showCollections)];
}

/** Reads one restore job by its id, of whatever kind; undefined where there is none. */
export async function findJob(work: Work, id: string): Promise<ShownJob | undefined> {
  const { client, subject } = work;
  const { address, cluster } = subject;
  if (!hasBackups(cluster)) throw new Error(adviceFor(subject));
  const readers: readonly (() => Promise<ShownJob>)[] =
    cluster.tier === 'FLEX'
      ? [async () => showFlex(await getFlexRestoreJob(client, address, id), atlasNow(work))]
      : [
          async () => showWhole(await getRestoreJob(client, address, id), atlasNow(work)),
          async () => showCollections(await getCollectionRestoreJob(client, address, id)),
        ];
  for (const read of readers) {
    try {
      return await read();
    } catch (error) {
      if (!isNotThere(error, subject)) throw error;
    }
  }
  return undefined;
}

async function noneWhereOff<Job>({ subject }: Work, read: () => Promise<readonly Job[]>): Promise<readonly Job[]> {
  try {
    return await read();
  } catch (error) {
    if (!subject.cluster.backupEnabled && isBackupOff(error)) return [];
    throw error;
  }
}

/** Atlas for Government may not know collection restores, which are new: better to show what there is, and to say so. */
async function noneWhereUnknown<Job>(
  { context, subject }: Work,
  read: () => Promise<readonly Job[]>,
): Promise<readonly Job[]> {
  try {
    return await read();
  } catch (error) {
    if (!isNotThere(error, subject)) throw error;
    context.log.warning(`Restores of single databases and collections are left out. ${factsOf(error)}`);
    return [];
  }
}

/** Codes of a 404 that are about what the job belongs to. */
const aboutThePlace: ReadonlySet<string> = new Set(['CLUSTER_NOT_FOUND', 'GROUP_NOT_FOUND']);

/** Whether Atlas does not know a job, or this kind of job at all; of a deleted cluster some of it may be gone already. */
function isNotThere(error: unknown, { isDeleted }: Subject): boolean {
  if (!(error instanceof AtlasError)) return false;
  return [404, 405, 406].includes(error.status) && (isDeleted || !aboutThePlace.has(error.code ?? ''));
}
