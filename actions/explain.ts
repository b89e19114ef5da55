import { listAllClusters } from '../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../src/atlas/client.ts';
import type { ClusterAddress } from '../src/atlas/clusters.ts';
import { AtlasError, messageOf } from '../src/atlas/errors.ts';
import { nearestNames } from '../src/atlas/nearest.ts';
import { listProjects } from '../src/atlas/projects.ts';
import { formatCount } from './format.ts';

/** Finds out more about a refusal; undefined where there is nothing to add. */
export type Explain = (client: AtlasClient, address: ClusterAddress) => Promise<string | undefined>;

/** What can be said of names and ids that Atlas does not know, by its code. */
export const unknownNames: Readonly<Record<string, Explain>> = {
  CLUSTER_NOT_FOUND: nearestClusters,
  GROUP_NOT_FOUND: explainUnknownProject,
  NOT_IN_GROUP: explainUnknownProject,
  USER_CANNOT_ACCESS_GROUP: explainUnknownProject,
};

/**
 * Finds out why Atlas refused, so that the message can name what to write instead. Asks Atlas a little more; whatever that
 * fails with, the first error stays.
 */
export async function explainRefusal(
  error: unknown,
  client: AtlasClient,
  {
    address,
    explanations,
    otherwise,
  }: { address: ClusterAddress; explanations: Readonly<Record<string, Explain>>; otherwise?: Explain },
): Promise<unknown> {
  if (!(error instanceof AtlasError) || client.signal.aborted) return error;
  const { code = '', status } = error;
  const known = Object.hasOwn(explanations, code) ? explanations[code] : undefined;
  const explain = known ?? ([400, 409].includes(status) ? otherwise : undefined);
  if (!explain) return error;
  try {
    const explanation = await explain(client, address);
    return explanation ? new Error(`${error.facts} ${explanation}`, { cause: error }) : error;
  } catch (failure) {
    client.log(`No more could be found out: ${messageOf(failure)}`);
    return error;
  }
}

/** What a project has instead of a cluster that it does not have. */
export async function nearestClusters(client: AtlasClient, { groupId, clusterName }: ClusterAddress): Promise<string> {
  const clusters = await listAllClusters(client, groupId);
  const names = clusters.map(({ name }) => name);
  if (names.length === 0) return `Project ${groupId} has no clusters; check project-id.`;
  const near = nearestNames(clusterName, names);
  return near.length > 0
    ? `Did you mean ${alternatives(near)}? The project has ${formatCount(names.length, 'cluster')}.`
    : `The project has ${alternatives(names.slice(0, 5))}${names.length > 5 ? ' and others' : ''}; check cluster-name and project-id.`;
}

async function explainUnknownProject(client: AtlasClient): Promise<string> {
  const projects = await listProjects(client);
  if (projects.length === 0) return 'These credentials see no project at all: invite them to the project in Atlas.';
  const shown = projects.slice(0, 5).map(({ id, name }) => `"${name}" (${id})`);
  return `These credentials see ${formatCount(projects.length, 'project')}: ${shown.join(', ')}${projects.length > 5 ? ' …' : ''}. Check project-id, or invite them to the project.`;
}

function alternatives(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' or ');
}
