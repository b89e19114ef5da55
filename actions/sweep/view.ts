import { type AccessListEntry, listAccessList } from '../../src/atlas/access-list.ts';
import { listClustersPatiently } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { listWithRetainedBackups } from '../../src/atlas/clusters.ts';
import { type DatabaseUser, listDatabaseUsers } from '../../src/atlas/database-users.ts';
import type { Reading } from '../../src/atlas/fresh-reading.ts';
import type { Look } from '../../src/atlas/last-look.ts';
import type { Project } from '../../src/atlas/projects.ts';
import type { Repository } from '../../src/environment/repository.ts';
import { type Tags, taggedEnvironment } from '../../src/environment/tags.ts';

/** A project as it stood in Atlas at a moment. */
export interface View extends Look {
  readonly project: Project;
  readonly clusters: readonly Cluster[];
  readonly users: readonly DatabaseUser[];
  readonly entries: readonly AccessListEntry[];
  /** Clusters that are gone, but whose snapshots were kept; only looked for where the project itself may go. */
  readonly retained: readonly string[];
}

export interface Looking {
  /** Whether a repository's environments are looked at. */
  readonly selects: (repository: Repository) => boolean;
  /** Read users and the access list whatever the clusters look like. */
  readonly isOneProject: boolean;
}

/**
 * Reads a project. In an organization most projects are no business of ours: their users and access lists are read only where
 * something of ours may be, which a cluster with our tags shows, or one on its way out, whose tags are gone.
 */
export async function look(client: AtlasClient, project: Project, looking: Looking): Promise<View> {
  const readAt = client.clock.now();
  const isOurs = (tags: Tags) => {
    const environment = taggedEnvironment(tags);
    return environment !== undefined && looking.selects(environment);
  };
  const ownsProject = isOurs(project.tags);
  const readOthers = () => Promise.all([listDatabaseUsers(client, project.id), listAccessList(client, project.id)]);
  if (looking.isOneProject || ownsProject) {
    const [clusters, [users, entries]] = await Promise.all([listClustersPatiently(client, project.id), readOthers()]);
    // The only thing that cannot be seen, and would go with the project.
    const left = ownsProject && clusters.length === 0 ? await listWithRetainedBackups(client, project.id) : [];
    return { project, readAt, clusters, users, entries, retained: left.map(({ name }) => name) };
  }
  const clusters = await listClustersPatiently(client, project.id);
  const hasSign = clusters.some(({ stateName, tags }) => stateName === 'DELETING' || isOurs(tags));
  const [users, entries] = hasSign ? await readOthers() : [[], []];
  return { project, readAt, clusters, users, entries, retained: [] };
}

/** The access list of a view, for the writer of that list to go by while it may. */
export function readingOf({ entries, readAt }: View): Reading {
  return { entries, askedAt: readAt };
}
