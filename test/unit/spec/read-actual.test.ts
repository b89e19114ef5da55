import { expect, it } from 'vitest';
import type { DatabaseUser } from '../../../src/atlas/database-users.ts';
import { plan } from '../../../src/spec/plan.ts';
import { actualCluster, actualUser } from '../../../src/spec/read-actual.ts';
import { electableNodes } from '../../../src/spec/regions.ts';
import { authentication, userKinds } from '../../../src/spec/user-kinds.ts';
import { desire, now, repository } from './samples.ts';

const user: DatabaseUser = {
  username: 'app',
  databaseName: 'admin',
  roles: [{ roleName: 'read', databaseName: 'orders', collectionName: 'lines' }],
  scopes: [
    { name: 'orders', type: 'CLUSTER' },
    { name: 'lake', type: 'DATA_LAKE' },
  ],
  description: undefined,
  deleteAfterDate: '2026-11-22T13:00:00Z',
  x509Type: 'NONE',
  awsIAMType: 'NONE',
  oidcAuthType: 'NONE',
};

it('reads a user of Atlas', () => {
  expect(actualUser(user, 'same')).toEqual({
    username: 'app',
    database: 'admin',
    kind: 'password',
    roles: [{ role: 'read', database: 'orders', collection: 'lines' }],
    clusters: ['orders'],
    description: undefined,
    expiresAt: now + 3_600_000,
    password: 'same',
  });
});

it('tells every kind of users by what Atlas says of them', () => {
  for (const kind of userKinds) {
    const { database, field, value } = authentication[kind];
    expect(actualUser({ ...user, databaseName: database, ...(field && { [field]: value }) }).kind).toBe(kind);
  }
  expect(actualUser({ ...user, databaseName: '$external' }).kind).toBeUndefined();
});

it('reads a cluster whose region Atlas does not tell, which is then not compared', () => {
  const cluster = actualCluster({
    id: '1',
    name: 'orders',
    tier: 'FLEX',
    clusterType: 'REPLICASET',
    edition: 'CORE',
    hardware: [],
    stateName: 'IDLE',
    paused: false,
    backupEnabled: true,
    pitEnabled: false,
    terminationProtection: false,
    mongodbVersion: '8.0.29',
    regions: [{ provider: 'unknown', region: 'unknown', nodes: undefined, priority: undefined }],
    diskSizeGb: 5,
    autoScaling: undefined,
    shards: 1,
    tags: {},
    connectionStrings: {
      standard: undefined,
      standardSrv: undefined,
      private: undefined,
      privateSrv: undefined,
      privateEndpoint: [],
    },
    raw: {},
  });
  const desired = desire('clusters: [{ name: orders, tier: FLEX, region: EU_WEST_1, backup: true }]');
  const project = { id: '1', name: 'preview', tags: {} };
  const { steps, problems } = plan(
    desired,
    { project, clusters: [cluster], users: [], accessList: [] },
    { now, repository },
  );
  expect([problems, steps[1]?.action]).toEqual([[], 'unchanged']);
});

it('spreads nodes over regions: 3, 5 or 7 together, the preferred region first', () => {
  const nodes = (count: number) =>
    electableNodes(Array.from({ length: count }, () => ({ provider: 'AWS' as const, region: 'X', nodes: undefined })));
  expect([1, 2, 3, 4, 5, 7].map(nodes)).toEqual([
    [3],
    [2, 1],
    [1, 1, 1],
    [2, 1, 1, 1],
    [1, 1, 1, 1, 1],
    [1, 1, 1, 1, 1, 1, 1],
  ]);
});
