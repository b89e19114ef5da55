import { type AccessListEntry, listAccessList } from '../../src/atlas/access-list.ts';
import { listClustersPatiently } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { listWithRetainedBackups } from '../../src/atlas/clusters.ts';
import { type DatabaseUser, listDatabaseUsers } from '../../src/atlas/database-users.ts';
import type { Reading } from '../../src/atlas/fresh-reading.ts';
import type { Project } from '../../src/atlas/projects.ts';
import { type Tags, taggedEnvironment } from '../../src/environment/tags.ts';

/** A project as it stood in Atlas at a moment. */
export interface View {
  readonly project: Project;
  /** When reading began, in milliseconds since 1970. */
  readonly readAt: number;
  readonly clusters: readonly Cluster[];
  readonly users: readonly DatabaseUser[];
  readonly entries: readonly AccessListEntry[];
  /** Clusters that are gone, but whose snapshots were kept; only looked for where the project itself may go. */
  readonly retained: readonly string[];
}

export interface Looking {
  /** Whether a repository's environments are looked at. */
  readonly selects: (repository: string) => boolean;
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
    return environment !== undefined && looking.selects(environment.repository);
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

/** Milliseconds: what was read longer ago may have been changed by somebody since (design, "within 5 s"). */
const FRESH = 5_000;

/** What a request rests on was read too long ago. */
export class Stale extends Error {
  override readonly name = 'Stale';
}

const WAITED =
  'It had to be tried again and again, each time for longer than what was read of it is certain; the log has the answers. The next run goes on.';

/** Whether a view still says how things are. */
export function isFresh({ readAt }: View, { clock }: Pick<AtlasClient, 'clock'>): boolean {
  return clock.now() - readAt <= FRESH;
}

/**
 * The same client, whose requests leave only as long as what was read is fresh, however long Atlas has made them wait: a
 * renewal that is older than that has been seen.
 */
export function whileFresh(client: AtlasClient, view: View): AtlasClient {
  return {
    ...client,
    call: (operation, input) =>
      client.call(operation, {
        ...input,
        onSend: () => {
          if (!isFresh(view, client)) throw new Stale(WAITED);
          input.onSend?.();
        },
      }),
  };
}
