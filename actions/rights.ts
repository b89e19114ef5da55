import type { Role } from '../src/atlas/roles.ts';

/** Reads of Atlas that show, without a change, whether a right is there. */
export type ProbeName =
  | 'clusters'
  | 'flex-clusters'
  | 'cluster-status'
  | 'database-users'
  | 'access-list'
  | 'snapshots'
  | 'snapshot-databases'
  | 'backup-schedule'
  | 'compliance-policy'
  | 'restore-jobs'
  | 'collection-restore-jobs';

/** Something that an action does in Atlas, and the least role for it. */
export interface Right {
  readonly what: string;
  readonly role: Role;
  /** Where only some uses of the action need it. */
  readonly only?: string;
  /**
   * The reads of which it consists, apart from those of projects, which are always looked at. What changes something has no
   * list at all: nobody tries that out.
   */
  readonly probes?: readonly ProbeName[];
}

const readEverything = ['clusters', 'flex-clusters', 'database-users', 'access-list'] as const;

const removal: readonly Right[] = [
  { what: 'find what is to go', role: 'Project Read Only', probes: readEverything },
  { what: 'delete clusters and projects', role: 'Project Owner' },
  { what: 'delete database users', role: 'Project Database Access Admin' },
  { what: 'delete access entries', role: 'Project Network Access Manager' },
];

/** What each action needs, in the order of the documentation: the tables of the guides, and what `validate` checks. */
export const rights = {
  provision: [
    { what: 'look at what is there', role: 'Project Read Only', probes: readEverything },
    { what: 'create dedicated and free clusters', role: 'Project Cluster Creator', only: 'for these tiers' },
    {
      what: 'change tier, regions, shards and auto-scaling of dedicated clusters, and resume them',
      role: 'Project Replica Set Manager',
      only: 'for these changes',
    },
    {
      what: 'change anything else of dedicated clusters, tags and their expiry included',
      role: 'Project Cluster Manager',
      only: 'for these changes',
    },
    { what: 'create and change Flex clusters', role: 'Project Owner', only: 'for this tier' },
    { what: 'create and change database users', role: 'Project Database Access Admin' },
    {
      what: 'add access entries',
      role: 'Project Network Access Manager',
      only: 'with `network-access` or `runner-ip`',
    },
    { what: 'create a project', role: 'Organization Project Creator', only: 'to make the one in `project-name`' },
  ],
  snapshot: [
    { what: 'take a snapshot and wait for it', role: 'Project Backup Creator' },
    {
      what: 'reuse a snapshot; find the nearest names',
      role: 'Project Read Only',
      only: 'with `max-age-minutes`, or after a mistake',
      probes: ['clusters', 'snapshots'],
    },
    {
      what: 'look into the snapshot',
      role: 'Project Backup Manager',
      only: 'with `expect-databases`',
      probes: ['snapshot-databases'],
    },
  ],
  restore: [
    { what: 'look at clusters and snapshots', role: 'Project Read Only', probes: ['clusters', 'snapshots'] },
    { what: 'restore', role: 'Project Backup Recovery Operator' },
    { what: 'download a snapshot', role: 'Project Backup Export Operator', only: 'with `delivery: download`' },
    { what: 'follow a restore', role: 'Project Backup Manager', probes: ['restore-jobs'] },
    {
      what: 'restore single databases and collections',
      role: 'Project Backup Manager',
      only: 'with `databases` or `collections`',
      probes: ['collection-restore-jobs', 'snapshot-databases'],
    },
    { what: 'take a snapshot of the target first', role: 'Project Backup Creator', only: 'with `safety-snapshot`' },
    {
      what: 'find the user of the connection string',
      role: 'Project Read Only',
      only: 'with `environment`, `username` or `password-seed`',
      probes: ['database-users'],
    },
  ],
  'sync-network-access': [
    { what: 'read the access list', role: 'Project Read Only', probes: ['access-list'] },
    { what: 'add and delete access entries', role: 'Project Network Access Manager' },
  ],
  connect: [
    {
      what: 'find the cluster and a user that is there',
      role: 'Project Read Only',
      probes: ['clusters', 'cluster-status', 'database-users'],
    },
    {
      what: 'create a short-lived user',
      role: 'Project Database Access Admin',
      only: 'without a given or a derived password',
    },
    {
      what: "open the runner's address and close it",
      role: 'Project Network Access Manager',
      only: 'with `runner-ip`',
    },
  ],
  teardown: removal,
  sweep: [
    {
      what: 'find the projects',
      role: 'Organization Read Only',
      only: 'with `organization`',
      probes: [],
    },
    ...removal,
  ],
  backups: [
    {
      what: 'look at backups (info, list, describe)',
      role: 'Project Read Only',
      probes: ['clusters', 'snapshots', 'backup-schedule'],
    },
    {
      what: 'read the compliance policy',
      role: 'Project Owner',
      only: 'for that line of info',
      probes: ['compliance-policy'],
    },
    {
      what: 'look into a snapshot',
      role: 'Project Backup Manager',
      only: 'for that part of describe',
      probes: ['snapshot-databases'],
    },
    {
      what: 'look at restore jobs',
      role: 'Project Backup Manager',
      only: 'for list-restore-jobs, restore-status and cancel-restore',
      probes: ['restore-jobs', 'collection-restore-jobs'],
    },
    { what: 'delete a snapshot', role: 'Project Backup Manager', only: 'for delete' },
    { what: 'cancel a download', role: 'Project Backup Export Operator', only: 'for cancel-restore' },
  ],
  validate: [{ what: 'look at the project', role: 'Project Read Only', probes: [] }],
} as const satisfies Readonly<Record<string, readonly Right[]>>;

export type ActionName = keyof typeof rights;

// Object.keys forgets which keys they are.
/** The actions of the suite, in the order of the documentation. */
export const actionNames = Object.keys(rights) as ActionName[];

/** What an action needs. */
export function rightsOf(action: ActionName): readonly Right[] {
  return rights[action];
}
