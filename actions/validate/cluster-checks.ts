import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import type { ActionName } from '../rights.ts';
import { type Check, failed, ok, unknown } from './check.ts';

/** Something that a cluster must be for an action, as data. */
interface ClusterNeed {
  readonly what: string;
  readonly holds: (cluster: Cluster) => boolean;
  /** Whether there is such a thing at all; where not, another need says so. */
  readonly applies?: (cluster: Cluster) => boolean;
  /** What is the case where it does not hold. */
  readonly otherwise: string;
  readonly fix: string;
  /** The actions that need it: always, or in the case that is named. */
  readonly by: Partial<Record<ActionName, 'always' | string>>;
}

const needs: readonly ClusterNeed[] = [
  {
    what: 'is not on its way out',
    holds: ({ stateName }) => stateName !== 'DELETING',
    otherwise: 'It is being deleted.',
    fix: 'Name another cluster, or let provision make it again.',
    by: { provision: 'always', snapshot: 'always', restore: 'always', connect: 'always', backups: 'always' },
  },
  {
    what: 'is of a tier with backups',
    holds: ({ tier }) => tier !== 'M0',
    otherwise: 'It is a free cluster (M0), which has none.',
    fix: 'Use mongodump in the workflow, or a dedicated cluster (M10 and above).',
    by: { restore: 'always', backups: 'always' },
  },
  {
    what: 'is dedicated',
    holds: isDedicated,
    otherwise: 'Free (M0) and Flex clusters take no snapshots on demand.',
    fix: 'Use mongodump in the workflow, or a dedicated cluster (M10 and above).',
    by: { snapshot: 'always', restore: 'for databases, collections, point-in-time and safety-snapshot' },
  },
  {
    what: 'has backups on',
    applies: isDedicated,
    holds: ({ backupEnabled }) => backupEnabled,
    otherwise: 'Cloud backup is off.',
    fix: 'Turn it on: Atlas, cluster › Edit Configuration › Additional Settings › Turn on Cloud Backup; or backup: true of provision.',
    by: { snapshot: 'always', restore: 'as the source', backups: 'for more than old snapshots' },
  },
  {
    what: 'has continuous backup',
    applies: isDedicated,
    holds: ({ pitEnabled }) => pitEnabled,
    otherwise: 'Continuous backup is off.',
    fix: 'Turn it on: Atlas, cluster › Edit Configuration › Additional Settings; or point-in-time: true of provision.',
    by: { restore: 'for point-in-time and oplog' },
  },
  {
    what: 'is not paused',
    holds: ({ paused }) => !paused,
    otherwise: 'It is paused.',
    fix: 'Resume it, and wait until it is idle.',
    by: { snapshot: 'always', connect: 'always', restore: 'as the target', provision: 'to change it' },
  },
  {
    what: 'can be changed',
    holds: ({ tier }) => tier !== 'M0',
    otherwise: 'A free cluster (M0) cannot be changed once it is made.',
    fix: 'Choose another tier in Atlas, if it is to change.',
    by: { provision: 'to change it' },
  },
];

/** Free and Flex clusters have no settings of backups that anybody could turn on. */
function isDedicated({ tier }: Cluster): boolean {
  return tier !== 'M0' && tier !== 'FLEX';
}

/** Whether a cluster is one that the actions can work on. */
export function checkCluster(cluster: Cluster, wanted: readonly ActionName[]): readonly Check[] {
  const found: Check = { check: 'cluster', for: [], ...ok(factsOf(cluster)) };
  return [
    found,
    ...needs.flatMap((need) => {
      const users = wanted.filter((action) => need.by[action] !== undefined);
      if (users.length === 0 || need.applies?.(cluster) === false) return [];
      return [{ check: `cluster ${need.what}`, for: users, ...findingOf(cluster, { need, users }) }];
    }),
  ];
}

function findingOf(cluster: Cluster, { need, users }: { need: ClusterNeed; users: readonly ActionName[] }) {
  if (need.holds(cluster)) return ok('Yes.');
  if (users.some((action) => need.by[action] === 'always')) return failed(need.otherwise, need.fix);
  const conditions = users.map((action) => `${action} ${need.by[action]}`);
  return unknown(`${need.otherwise} It matters only to ${conditions.join('; ')}.`, need.fix);
}

function factsOf({ name, tier, edition, mongodbVersion, stateName, pitEnabled, backupEnabled }: Cluster): string {
  const backup = backupEnabled ? `backups on${pitEnabled ? ', with point in time' : ''}` : 'no backups';
  return `"${name}": ${tier}, edition ${edition.toLowerCase()}, MongoDB ${mongodbVersion ?? 'of an unknown version'}, ${stateName}, ${backup}.`;
}
