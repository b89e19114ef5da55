import type { AtlasClient } from '../../src/atlas/client.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import { isoTime } from '../../src/atlas/iso-time.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import type { Environment } from '../../src/environment/environment.ts';
import { repositoryOf } from '../../src/environment/repository.ts';
import { isMadeBy } from '../../src/environment/tags.ts';
import type { ActionContext, ActionResult } from '../../src/runner/context.ts';
import { findProject } from '../../src/spec/read.ts';
import { openClient } from '../atlas-session.ts';
import { environmentOf } from '../environment.ts';
import { explainRefusal, unknownNames } from '../explain.ts';
import { formatDuration } from '../format.ts';
import { writePreviewComment } from '../preview-comment.ts';
import type { teardown as definition } from './action.ts';
import type { Inventory, LookAtInventory } from './inventory.ts';
import { lookAtCluster } from './look-at-cluster.ts';
import { lookAtEnvironment } from './look-at-environment.ts';
import { removalsOf, removeAll } from './remove.ts';
import { assertRemovable } from './remove-clusters.ts';
import type { RemovalOptions, Removed } from './work.ts';

type Inputs = InputsOf<typeof definition>;
type Context = ActionContext<typeof definition>;

/** Deletes an environment, or a named cluster. What is gone already is success. */
export async function tearDown(inputs: Inputs, context: Context): Promise<ActionResult<typeof definition>> {
  const startedAt = context.clock.now();
  const clusterName = inputs['cluster-name'];
  const environment = environmentOf(context.job, {
    named: inputs.environment,
    namesCluster: clusterName !== undefined,
  });
  if (!environment && clusterName === undefined) {
    const { withoutPullRequest } = context.job;
    throw new Error(`environment or cluster-name is required: what is to be deleted? ${withoutPullRequest}`);
  }
  const client = openClient(inputs, context);
  const found = await takeInventory(client, { inputs, environment, context });
  const options = optionsOf(inputs, context);
  if (found) assertRemovable(found.inventory, options);
  const removals = found ? removalsOf(found.inventory, options) : [];
  const what = environment ? `environment ${environment.name}` : `cluster ${clusterName}`;
  for (const { kind, name } of removals) context.log.info(`- ${kind} ${name}`);
  if (removals.length === 0) context.log.info(`Nothing to delete of ${what}: already deleted or never created.`);
  const done = (outcome: string, gone: readonly Removed[]) =>
    result({ outcome, what, removals: gone, took: context.clock.now() - startedAt });
  if (found && inputs['dry-run']) tellOfShared(found.inventory, context);
  if (inputs['dry-run']) return done('planned', removals);
  const tell = commentOn({ inputs, environment, context });
  if (!found) {
    await tell(inputs['project-id'], []);
    return done('absent', []);
  }
  context.underway(`What Atlas has begun to delete of ${what} goes on; run the step again to finish it.`);
  const { removed, last } = await removeAll(client, found.inventory, { look: found.look, options, what });
  context.underway(undefined);
  tellOfShared(last, context);
  tellOfCreatedAgain(last, { what, removed, context });
  if (last.createdAgain.length === 0) await tell(last.groupId, removed);
  return done(removed.length === 0 ? 'absent' : 'deleted', removed);
}

/**
 * Says in the environment's comment that it is gone. Where nothing was left to delete, an earlier run may not have come to that:
 * then an existing comment is brought up to date, and none is created.
 */
function commentOn({ inputs, environment, context }: CommentWork) {
  return async (projectId: string | undefined, removed: readonly Removed[]): Promise<void> => {
    if (!inputs.comment || !environment || projectId === undefined) return;
    await writePreviewComment(context, {
      token: inputs['github-token'] ?? '',
      projectId,
      environment: environment.name,
      title: ['Atlas environment', 'is gone'],
      facts: [...removed.map(({ kind, name }) => [kind, name] as const), ['Last run', context.job.runUrl] as const],
      onlyIfThere: removed.length === 0,
    });
  };
}

interface CommentWork {
  readonly inputs: Inputs;
  readonly environment: Environment | undefined;
  readonly context: Context;
}

function optionsOf(inputs: Inputs, { job, log }: Context): RemovalOptions {
  return {
    retainBackups: inputs['retain-backups'],
    deleteProject: inputs['delete-project'] ?? true,
    wait: inputs.wait,
    liftsProtection: ({ tags }) => isMadeBy(tags, repositoryOf(job)),
    log,
  };
}

/** Those that expire need no word in bold; a permanent one is left for good. */
function tellOfShared({ sharedEntries }: Inventory, { log }: Context): void {
  for (const { address, expiresAt } of sharedEntries) {
    const stays = `Access entry ${address} stays: other environments of the project may need it`;
    if (expiresAt !== undefined) log.info(`${stays}. Atlas deletes it at ${isoTime(expiresAt)}.`);
    else log.notice(`${stays}, and it is permanent. Remove it in Atlas when they are gone.`);
  }
}

/** Another run works on the same: what it has created is neither deleted nor said to be gone. */
function tellOfCreatedAgain(
  { createdAgain }: Inventory,
  { what, removed, context }: { what: string; removed: readonly Removed[]; context: Context },
): void {
  if (createdAgain.length === 0) return;
  const names = createdAgain.map(({ name, id }) => `cluster "${name}" (${id})`).join(', ');
  if (removed.length === 0) {
    throw new Error(
      `Another run created ${names} while this step looked at ${what}, so nothing was deleted. Run the step again if it is to go; a concurrency group keeps two runs apart.`,
    );
  }
  context.log.notice(
    `Another run has created ${what} again while this step deleted it: ${names} stays, with its users and access entries. Run the step again if it is to go, too.`,
  );
}

async function takeInventory(
  client: AtlasClient,
  { inputs, environment, context }: { inputs: Inputs; environment: Environment | undefined; context: Context },
): Promise<{ readonly inventory: Inventory; readonly look: LookAtInventory } | undefined> {
  const name = inputs['project-name'] ?? '';
  const wanted =
    inputs['project-id'] === undefined ? { name, organization: undefined, tags: {} } : { id: inputs['project-id'] };
  const project = await findProject(client, wanted);
  if (!project) {
    context.log.notice(
      `There is no project "${name}" (any more): nothing was deleted. If it should be there, check project-name.`,
    );
    return undefined;
  }
  const groupId = project.id;
  const clusterName = inputs['cluster-name'] ?? '';
  const repository = repositoryOf(context.job);
  const look: LookAtInventory = (before) =>
    environment
      ? lookAtEnvironment(client, { groupId, environment }, before)
      : lookAtCluster(client, { groupId, clusterName, repository }, before);
  try {
    return { inventory: await look(), look };
  } catch (error) {
    // With its project everything is gone, too: an earlier run may have come that far.
    if (error instanceof AtlasError && error.code === 'GROUP_NOT_FOUND') {
      context.log.notice(
        `There is no project ${groupId} (any more): nothing was deleted. If it should be there, check project-id.`,
      );
      return undefined;
    }
    throw await explainRefusal(error, client, { address: { groupId, clusterName }, explanations: unknownNames });
  }
}

function result({
  outcome,
  what,
  removals,
  took,
}: {
  outcome: string;
  what: string;
  removals: readonly Removed[];
  took: number;
}): ActionResult<typeof definition> {
  return {
    outputs: { outcome, deleted: removals },
    summary: {
      title: `Teardown of ${what}: ${outcome}`,
      facts: [...removals.map(({ kind, name }) => [kind, name] as const), ['The step took', formatDuration(took)]],
    },
  };
}
