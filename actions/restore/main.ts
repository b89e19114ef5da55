import type { AtlasClient } from '../../src/atlas/client.ts';
import { backupPage } from '../../src/atlas/console-links.ts';
import { repositoryOf } from '../../src/environment/repository.ts';
import type { ActionContext, ActionResult } from '../../src/runner/context.ts';
import { openAtlas } from '../atlas-session.ts';
import { nearestClusters } from '../explain.ts';
import { isFallback } from '../snapshot-selector.ts';
import type { restore as definition } from './action.ts';
import { type Carried, carryOut } from './carry-out.ts';
import { missingCluster, neededConsent, problemsOf } from './checks.ts';
import { explainRestoreRefusal } from './explain.ts';
import { type Login, loginFor } from './login.ts';
import { planLines, pointOf } from './plan.ts';
import { refusal } from './refusal.ts';
import { summarize } from './summarize.ts';
import { type Survey, survey } from './survey.ts';
import { withTarget } from './target.ts';
import { draftOf, type Inputs, type RestoreWish } from './wish.ts';

type Context = ActionContext<typeof definition>;
type Result = ActionResult<typeof definition>;

/** Checks everything at once, restores exactly once, and succeeds only when the data can be used. */
export async function restoreData(inputs: Inputs, context: Context): Promise<Result> {
  const startedAt = context.clock.now();
  const draft = draftOf(inputs, repositoryOf(context.job));
  const { client, groupId } = await openAtlas(inputs, context);
  const from = { groupId, clusterName: inputs['cluster-name'] };
  const { toName } = draft;
  let to = toName === undefined ? undefined : { groupId: inputs['target-project-id'] ?? groupId, clusterName: toName };
  try {
    const wish = await withTarget(client, draft, { from, to });
    to = wish.to;
    const found = await survey(client, wish);
    const dryRun = inputs['dry-run'];
    const consent = neededConsent(wish, found, repositoryOf(context.job));
    await assertPossible(client, wish, { found, further: dryRun ? [] : consent });
    const login = to && found.target ? await loginFor(client, to, { inputs, wish, context }) : undefined;
    if (found.snapshot && isFallback(found.snapshot)) context.log.warning(fallbackWarning(found.snapshot.id));
    for (const line of planLines(wish, found, { dryRun })) context.log.info(line);
    if (dryRun && consent.length > 0) context.log.notice(`A real run is refused as it stands. ${consent.join(' ')}`);
    const carried = dryRun ? undefined : await carryOut(client, wish, { found, inputs, context, login });
    for (const warning of carried?.warnings ?? []) context.log.warning(warning);
    return resultOf({ wish, found, carried, login, client, context, startedAt });
  } catch (error) {
    throw await explainRestoreRefusal(error, client, { from, to });
  }
}

async function assertPossible(
  client: AtlasClient,
  wish: RestoreWish,
  { found, further }: { found: Survey; further: readonly string[] },
): Promise<void> {
  const { from, to, environment, scope } = wish;
  const { source, target } = found;
  const isOne = to?.groupId === from.groupId && to.clusterName === from.clusterName;
  const problems = [
    ...(source ? [] : [missingCluster(from, { input: 'cluster-name', nearest: await nearestClusters(client, from) })]),
    ...(to && !target && !isOne
      ? [
          missingCluster(to, {
            input: 'target-cluster-name',
            nearest: await nearestClusters(client, to),
            environment: scope ? undefined : environment,
          }),
        ]
      : []),
    ...problemsOf(wish, found),
    ...further,
  ];
  if (problems.length > 0) throw refusal(problems);
}

function fallbackWarning(snapshotId: string): string {
  return `Snapshot ${snapshotId} is a fallback, which Atlas takes where a scheduled one fails: its data may be inconsistent, so it is a last resort.`;
}

function resultOf({
  wish,
  found,
  carried,
  login,
  client,
  context,
  startedAt,
}: {
  wish: RestoreWish;
  found: Survey;
  carried: Carried | undefined;
  login: Login | undefined;
  client: AtlasClient;
  context: Context;
  startedAt: number;
}): Result {
  const snapshotId = found.snapshot?.id;
  const restorePoint = pointOf(wish, found);
  const outcome = carried?.outcome ?? 'planned';
  const { facts, results, database } = carried ?? {};
  // Without its database's name a string leads to another one: the driver's default.
  const isKnown = !wish.scope || database !== undefined;
  const uri = login && carried?.target && isKnown ? login.uriOf(carried.target, database) : undefined;
  return {
    outputs: {
      'snapshot-id': snapshotId,
      'restore-point': restorePoint,
      outcome,
      'finished-at': facts?.finishedAt,
      ...(facts && facts.urls.length > 0 && { 'download-urls': facts.urls, 'download-expires-at': facts.expiresAt }),
      namespaces: results,
      'connection-string': uri,
      database,
    },
    summary: summarize({
      wish,
      outcome,
      jobId: carried?.jobId,
      snapshotId,
      restorePoint,
      finishedAt: facts?.finishedAt,
      safetySnapshotId: carried?.safetySnapshotId,
      results: results ?? [],
      links: facts?.urls.length ?? 0,
      expiresAt: facts?.expiresAt,
      took: context.clock.now() - startedAt,
      backupPage: backupPage(client.baseUrl, wish.from),
    }),
  };
}
