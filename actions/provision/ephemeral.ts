import { isoTime } from '../../src/atlas/iso-time.ts';
import { looksDerived } from '../../src/environment/environment.ts';
import { expiryOf } from '../../src/environment/tags.ts';
import type { DesiredCluster } from '../../src/spec/desired.ts';
import type { Plan } from '../../src/spec/plan.ts';
import type { DesiredSpec } from './desired-spec.ts';
import type { Planned } from './reconcile.ts';

/**
 * What an author may not expect of an environment: a cluster with a name of its own, or one that is to be protected, becomes
 * ephemeral in it. Told when that happens, not at every run.
 */
export function ephemeralWarnings(
  { desired, plan }: Planned,
  { environment }: Pick<DesiredSpec, 'environment'>,
): readonly string[] {
  if (!environment) return [];
  const expiresAt = expiryOf(desired.ownership);
  const end = expiresAt === undefined ? '' : `, which expires at ${isoTime(expiresAt)} unless a later run renews it`;
  return desired.clusters.flatMap((cluster) => {
    const what = `Cluster "${cluster.name}" belongs to environment ${environment.name}${end}.`;
    if (becomesProtected(cluster, plan)) {
      return `${what} It is protected against termination: sweep leaves it and reports it, but teardown of the environment lifts the protection and deletes it. Leave environment out if it is to stay.`;
    }
    const isNamed = !looksDerived(cluster.name, environment);
    return isNamed && stepFor(cluster, plan)?.action === 'create'
      ? `${what} Sweep deletes it then, although it has a name of its own. Leave environment out if it is to stay.`
      : [];
  });
}

function becomesProtected(cluster: DesiredCluster, plan: Plan): boolean {
  const step = stepFor(cluster, plan);
  return step?.changes.some(({ field, to }) => field === 'termination-protection' && to === true) === true;
}

function stepFor({ name }: DesiredCluster, { steps }: Plan) {
  return steps.find((step) => step.kind === 'cluster' && step.name === name);
}
