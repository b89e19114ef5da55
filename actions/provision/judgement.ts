import type { AtlasClient } from '../../src/atlas/client.ts';
import {
  type Configuration,
  type ConfigurationProblem,
  validateConfiguration,
} from '../../src/atlas/cluster-configurations.ts';
import { messageOf } from '../../src/atlas/errors.ts';
import { creationBody, updateBody } from '../../src/spec/cluster-requests.ts';
import { newCluster } from '../../src/spec/creation.ts';
import type { DesiredCluster } from '../../src/spec/desired.ts';
import type { PlanStep } from '../../src/spec/plan.ts';
import { tierKind } from '../../src/spec/tiers.ts';
import type { DesiredSpec } from './desired-spec.ts';
import type { Planned } from './reconcile.ts';

/**
 * The plan of a dry run with what Atlas itself has to say against it. No client of MongoDB uses this operation, and the role
 * for it may be missing: whatever comes back but an answer stops nothing.
 */
export async function judged(
  planned: Planned,
  { client, spec }: { client: AtlasClient; spec: DesiredSpec },
): Promise<Planned> {
  const { plan, desired } = planned;
  if (plan.problems.length > 0) return planned;
  const steps = plan.steps.filter(({ kind, action }) => kind === 'cluster' && action !== 'unchanged');
  const notices: string[] = [];
  for (const step of steps) {
    const cluster = desired.clusters.find(({ name }) => name === step.name);
    const configuration = cluster && configurationOf(cluster, { step, planned, spec });
    if (configuration) notices.push(...(await ask(client, step, configuration)));
  }
  return { ...planned, plan: { ...plan, notices: [...plan.notices, ...notices] } };
}

async function ask(client: AtlasClient, { name }: PlanStep, configuration: Configuration): Promise<readonly string[]> {
  try {
    const problems = await validateConfiguration(client, configuration);
    return problems.map((problem) => `Atlas would refuse cluster "${name}": ${reasonOf(problem)}`);
  } catch (error) {
    if (client.signal.aborted) throw error;
    client.log(`Atlas did not judge the configuration of cluster "${name}", which stops nothing: ${messageOf(error)}`);
    return [];
  }
}

function reasonOf({ code, issue }: ConfigurationProblem): string {
  if (code === undefined && issue === undefined) return 'it gives no reason';
  return [issue, code && `(${code})`].filter((part) => part !== undefined).join(' ');
}

/** What would be sent; undefined where Atlas judges nothing: shared clusters, and projects that are still to be made. */
function configurationOf(
  cluster: DesiredCluster,
  { step, planned, spec }: { step: PlanStep; planned: Planned; spec: DesiredSpec },
): Configuration | undefined {
  const { reading, desired } = planned;
  const groupId = reading.state.project?.id;
  if (groupId === undefined) return undefined;
  if (step.action === 'create') {
    const made = newCluster(cluster, spec.environment).cluster;
    if (tierKind(made.tier) !== 'dedicated') return undefined;
    return { groupId, clusterName: undefined, description: creationBody(made, desired.ownership) };
  }
  const actual = reading.state.clusters.find(({ name }) => name === cluster.name);
  if (!actual || tierKind(actual.tier) !== 'dedicated') return undefined;
  const changes = step.changes.filter(({ field }) => field !== 'paused');
  const body = updateBody(cluster, changes, { actual, ownership: desired.ownership });
  const description = { name: actual.name, clusterType: actual.clusterType, ...body };
  return { groupId, clusterName: actual.name, description };
}
