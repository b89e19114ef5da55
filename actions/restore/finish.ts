import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { readOrFail, waitUntilApplied, waitUntilIdle } from '../../src/atlas/cluster-readiness.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import { listRestoredCollections } from '../../src/atlas/collection-restore-jobs.ts';
import { messageOf } from '../../src/atlas/errors.ts';
import type { Look } from '../../src/atlas/last-look.ts';
import { RestoreFailed, readRestoredCollections, waitUntilRestored } from '../../src/atlas/restore-completion.ts';
import { clusterProgress } from '../cluster-progress.ts';
import { formatUsual } from '../format.ts';
import type { Jobs } from './jobs.ts';
import {
  assertRestored,
  culpritsOf,
  firstDatabase,
  type NamespaceResult,
  resultsOf,
  warningsOf,
} from './namespaces.ts';
import type { Work } from './prepare.ts';
import { restoreProgress } from './progress.ts';
import type { RestoreWish } from './wish.ts';

/** Waits until a job has ended well. */
export async function waitForJob<Job extends { readonly id: string }>(
  client: AtlasClient,
  wish: RestoreWish,
  { jobs, job, context }: { jobs: Jobs<Job>; job: Job; context: Work['context'] },
): Promise<Job & Look> {
  const narrate = restoreProgress(context, job.id);
  const { usual } = jobs.kind;
  context.log.info(
    `Waiting until it is done; ${usual ? `usually ${formatUsual(usual)}, and more with much data` : 'how long depends on the data'}.`,
  );
  try {
    return await waitUntilRestored(client, wish.from, {
      kind: jobs.kind,
      job,
      onState: (state) => narrate(jobs.factsOf(state)),
    });
  } catch (error) {
    throw wish.scope ? await withCulprits(error, client, { from: wish.from, jobId: job.id }) : error;
  }
}

/** Names the collections because of which a job has failed. Whatever that meets, the first error stays. */
async function withCulprits(
  error: unknown,
  client: AtlasClient,
  { from, jobId }: { from: ClusterAddress; jobId: string },
): Promise<unknown> {
  if (!(error instanceof RestoreFailed) || client.signal.aborted) return error;
  try {
    const culprits = culpritsOf(resultsOf(await listRestoredCollections(client, from, jobId)));
    const { message, mayGoOn } = error;
    return culprits === undefined ? error : new RestoreFailed(`${message} ${culprits}`, { mayGoOn, cause: error });
  } catch (failure) {
    client.log(`No more could be found out: ${messageOf(failure)}`);
    return error;
  }
}

/** After the job the target is busy for a while: it can be used when it is IDLE, and all changes have reached it. */
export async function waitForTarget(
  client: AtlasClient,
  address: ClusterAddress,
  { context, before }: { context: Work['context']; before: Cluster | undefined },
): Promise<Cluster> {
  const cluster = await readOrFail(client, address, before?.tier ?? 'unknown');
  const idle = await waitUntilIdle(client, address, { cluster, onState: clusterProgress(context) });
  if (idle.tier !== 'FLEX') await waitUntilApplied(client, address);
  return idle;
}

/** What became of each collection, and the database to connect to; nothing where everything was restored. */
export async function readBack(
  client: AtlasClient,
  { from, scope }: RestoreWish,
  { jobId, context }: { jobId: string; context: Work['context'] },
): Promise<{ readonly results?: readonly NamespaceResult[]; readonly database?: string | undefined }> {
  if (!scope) return {};
  const collections = await readRestoredCollections(client, from, jobId);
  const results = resultsOf(collections);
  context.publish({ namespaces: results });
  assertRestored(results, { scope, jobId });
  for (const warning of warningsOf(collections, scope)) context.log.warning(warning);
  return { results, database: firstDatabase(results, scope) };
}
