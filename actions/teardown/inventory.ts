import type { AccessListEntry } from '../../src/atlas/access-list.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import type { DatabaseUser } from '../../src/atlas/database-users.ts';
import type { Look } from '../../src/atlas/last-look.ts';
import type { Project } from '../../src/atlas/projects.ts';
import { isMarkOf, readMark } from '../../src/environment/owner-mark.ts';
import { type TaggedEnvironment, tagNames } from '../../src/environment/tags.ts';

/** What is to go, as it stands in Atlas. */
export interface Inventory extends Look {
  readonly groupId: string;
  readonly clusters: readonly Cluster[];
  readonly users: readonly DatabaseUser[];
  readonly entries: readonly AccessListEntry[];
  /** Entries of the environment that other environments of the project may lean on. */
  readonly sharedEntries: readonly AccessListEntry[];
  /** Only if this suite made it: for the environment, or for another one that has left it behind. */
  readonly project: Project | undefined;
  /** What keeps the project, because it is not to go, in words. */
  readonly others: readonly string[];
  /** Clusters that are gone, but whose snapshots were kept: they would go with the project. */
  readonly retained: readonly string[];
  /** Ids of the clusters that the first look found: a later one of the same name is another cluster. */
  readonly ids: ReadonlySet<string>;
  /** Ids of those whose tags were seen before they vanished: whose they are is known. */
  readonly tagged: ReadonlySet<string>;
  /** Clusters that another run has created since the first look. With their users and entries they are none of this step's. */
  readonly createdAgain: readonly Cluster[];
  /** Ids of all clusters that were seen. */
  readonly present: ReadonlySet<string>;
  /** The environment that the clusters belonged to; their tags vanish while Atlas deletes them. */
  readonly environment: TaggedEnvironment | undefined;
}

/** Looks at what is to go; `before` is what the step saw last. */
export type LookAtInventory = (before?: Inventory) => Promise<Inventory>;

/** What is left once the project itself is gone. */
export function emptied(before: Inventory, readAt: number): Inventory {
  return {
    ...before,
    readAt,
    clusters: [],
    users: [],
    entries: [],
    sharedEntries: [],
    project: undefined,
    others: [],
    retained: [],
    createdAgain: [],
    present: new Set(),
  };
}

/** The clusters that are to go, and those that another run has created meanwhile. */
export function withoutCreatedAgain(
  clusters: readonly Cluster[],
  before: Inventory | undefined,
): Pick<Inventory, 'clusters' | 'ids' | 'tagged' | 'createdAgain'> {
  const ids = before?.ids ?? new Set(clusters.map(({ id }) => id));
  const tagged = before?.tagged ?? new Set(clusters.filter((one) => one.stateName !== 'DELETING').map(({ id }) => id));
  const isLater = ({ id, stateName }: Cluster) => !ids.has(id) && stateName !== 'DELETING';
  return {
    clusters: clusters.filter((cluster) => !isLater(cluster)),
    ids,
    tagged,
    createdAgain: clusters.filter(isLater),
  };
}

/** Whether a user or an entry carries the mark of an environment. */
export function isOfEnvironment(environment: TaggedEnvironment): (text: string | undefined) => boolean {
  return (text) => isMarkOf(readMark(text), environment);
}

/**
 * An access list is the whole project's: who came first has made an entry, and the others only use it. A cluster that is
 * being deleted shows no tags: it may be of an environment whose next run waits for its name.
 */
export function entriesOf(
  own: readonly AccessListEntry[],
  { others }: { readonly others: readonly Cluster[] },
): Pick<Inventory, 'entries' | 'sharedEntries'> {
  const isShared = others.some(
    ({ stateName, tags }) => stateName === 'DELETING' || tags[tagNames.environment] !== undefined,
  );
  return isShared ? { entries: [], sharedEntries: own } : { entries: own, sharedEntries: [] };
}
