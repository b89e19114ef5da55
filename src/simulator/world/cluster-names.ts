import { paced } from '../durations.ts';
import { atlasError } from '../errors.ts';
import { clustersOf, isGone } from './cluster-lifecycle.ts';
import { hostLabel } from './make-cluster.ts';
import type { Project, World } from './types.ts';

const longest = 64;
const hostLength = 23;
/** A tenant's name stays blocked for about a minute after it is gone. */
const tenantNameBlockedSeconds = 60;

/** A name that a new cluster shall have. */
export interface NewName {
  readonly world: World;
  readonly project: Project;
  readonly name: string;
}

/** Checks a new cluster's name: its letters, its host name, and that nobody else in the project has either. */
export function checkClusterName({ world, project, name }: NewName): void {
  checkSpelling(name);
  const others = clustersOf(world, project.id);
  if (others.some((cluster) => cluster.name === name)) {
    throw atlasError('DUPLICATE_CLUSTER_NAME', 'cluster or serverless instance', name, project.id);
  }
  if (others.some((cluster) => hostLabel(cluster.name) === hostLabel(name))) {
    throw atlasError('DUPLICATE_CLUSTER_NAME_PREFIX', name, hostLength);
  }
}

/** Refuses a tenant under a name that another tenant has only just given up. */
export function checkNameIsCleared({ world, project, name }: NewName): void {
  const now = world.clock.now();
  const lingering = world.clusters.find(
    (cluster) =>
      cluster.groupId === project.id &&
      cluster.name === name &&
      cluster.tier !== 'dedicated' &&
      isGone(cluster, now) &&
      now < (cluster.goneAt ?? 0) + paced(world, tenantNameBlockedSeconds),
  );
  if (lingering === undefined) return;
  throw atlasError(
    'CONTAINER_WAITING_FOR_FAST_RECORD_CLEAN_UP',
    'A transient error occurred. Please try again in a minute or use a different name.',
  );
}

function checkSpelling(name: string): void {
  if (!/^[a-zA-Z0-9][a-zA-Z0-9-]*$/.test(name)) throw atlasError('CLUSTER_NAME_INVALID', name);
  if (name.length > longest) throw atlasError('CLUSTER_NAME_TOO_LONG', name, longest);
  if (/^atlas-[a-z0-9]{6}$/.test(name)) throw atlasError('ATLAS_RESERVED_CLUSTER_NAME', name);
  const prefix = name.slice(0, hostLength);
  if (name.length > hostLength && prefix.endsWith('-')) {
    throw atlasError('CLUSTER_NAME_PREFIX_INVALID', name, hostLength, prefix);
  }
}
