import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../../src/atlas/cluster-answer.ts';
import { clusterAnswer } from '../../../src/atlas/cluster-answer.ts';
import { clusterChanges } from '../../../src/spec/cluster-changes.ts';
import { creationBody, updateBody } from '../../../src/spec/cluster-requests.ts';
import { newCluster } from '../../../src/spec/creation.ts';
import type { DesiredCluster } from '../../../src/spec/desired.ts';
import { actualCluster } from '../../../src/spec/read-actual.ts';
import { checkExchange, contractAvailable } from '../../support/openapi.ts';
import { desire } from './samples.ts';

const GROUP = '/api/atlas/v2/groups/6a793f62c0eb9e7a1771502a';
const ownership = { 'gha-repository': 'Acme;shop', 'gha-run-id': '42', 'gha-expires-at': '20261125T120000Z' };
type Fields = Readonly<Record<string, unknown>>;

/** The one cluster of a spec with these settings. */
function cluster(settings: string): DesiredCluster {
  const [one] = desire(`clusters: [{ name: orders, ${settings} }]`).clusters;
  if (!one) throw new Error('The spec has no cluster.');
  return one;
}

function creation(settings: string): Fields {
  return creationBody(newCluster(cluster(settings), undefined).cluster, ownership);
}

/** What breaks the specification when this is sent. */
function problems(body: Fields, { method = 'POST' }: { method?: 'POST' | 'PATCH' } = {}): readonly string[] {
  if (!contractAvailable) return [];
  const isFlex = 'providerSettings' in body;
  const type = `application/vnd.atlas.${isFlex ? '2024-11-13' : '2024-10-23'}+json`;
  const headers = { accept: type, 'content-type': type };
  const path = `${GROUP}/${isFlex ? 'flexClusters' : 'clusters'}${method === 'PATCH' ? '/orders' : ''}`;
  return checkExchange({
    method,
    path,
    requestHeaders: headers,
    requestBody: body,
    status: method === 'POST' ? 201 : 200,
    responseHeaders: { 'content-type': type },
    responseBody: {},
  }).filter(
    // The specification types these enumerations of texts as objects (notes, section 14).
    (problem) => /: request /.test(problem) && !/(min|max)InstanceSize must be object$/.test(problem),
  );
}

const base = 'tier: M10, region: US_EAST_1';

describe('the request that makes a cluster', () => {
  it.each([
    base,
    'tier: M0, region: US_EAST_1',
    'tier: FLEX, region: EU_WEST_1, termination-protection: true',
    'tier: FLEX, provider: AZURE, region: US_EAST_2',
    'tier: M30, provider: GCP, region: CENTRAL_US, disk-size-gb: 40, mongodb-version: "8.0"',
    `${base}, backup: true, point-in-time: true, termination-protection: true, tags: { team: payments }`,
    `${base}, auto-scaling: { compute: { min: M10, max: M30 }, disk: true }`,
    `${base}, auto-scaling: { compute: false, disk: false }`,
    'tier: M10, regions: [{ region: US_EAST_1 }, { region: EU_WEST_1 }, { provider: GCP, region: CENTRAL_US }]',
    'tier: M30, region: US_EAST_1, shards: 2',
    'tier: R40, region: US_EAST_1',
    'tier: M40_NVME, region: US_EAST_1',
    `${base}, atlas: { versionReleaseSystem: LTS, rootCertType: ISRGROOTX1 }`,
  ])('keeps to the specification, and carries the tags of its owner: %s', (settings) => {
    const body = creation(settings);
    expect(problems(body)).toEqual([]);
    expect(body.tags).toEqual(
      expect.arrayContaining(Object.entries(ownership).map(([key, value]) => ({ key, value }))),
    );
  });

  it('asks for nothing that nobody named', () => {
    expect(creation(base)).toEqual({
      name: 'orders',
      tags: expect.any(Array),
      clusterType: 'REPLICASET',
      replicationSpecs: [
        {
          regionConfigs: [
            {
              providerName: 'AWS',
              regionName: 'US_EAST_1',
              priority: 7,
              electableSpecs: { instanceSize: 'M10', nodeCount: 3 },
            },
          ],
        },
      ],
    });
  });

  it('is the API of shared tiers for M0 and FLEX', () => {
    expect(creation('tier: M0, region: US_EAST_1')).toMatchObject({
      replicationSpecs: [
        {
          regionConfigs: [
            { providerName: 'TENANT', backingProviderName: 'AWS', electableSpecs: { instanceSize: 'M0' } },
          ],
        },
      ],
    });
    expect(creation('tier: FLEX, region: EU_WEST_1')).toEqual({
      name: 'orders',
      tags: expect.any(Array),
      providerSettings: { backingProviderName: 'AWS', regionName: 'EU_WEST_1' },
    });
  });

  it('never lets an author overwrite the tags of the owner', () => {
    const wanted = {
      ...newCluster(cluster(base), undefined).cluster,
      tags: { 'gha-repository': 'mallory;shop', a: 'b' },
    };
    expect(creationBody(wanted, ownership).tags).toEqual(
      expect.arrayContaining([
        { key: 'gha-repository', value: 'Acme;shop' },
        { key: 'a', value: 'b' },
      ]),
    );
  });

  it('merges what is passed through field by field', () => {
    expect(creation(`${base}, atlas: { advancedConfiguration: { javascriptEnabled: false } }`)).toMatchObject({
      clusterType: 'REPLICASET',
      advancedConfiguration: { javascriptEnabled: false },
    });
  });
});

/** A cluster as Atlas would show it after it was made so. */
function standing(settings: string, more: Fields = {}): Cluster {
  const body = creation(settings);
  const specs: unknown = body.replicationSpecs;
  const replicationSpecs = (Array.isArray(specs) ? specs : []).map((spec: object, index) => ({
    id: `${index}`.repeat(24),
    zoneId: 'f'.repeat(24),
    zoneName: 'Zone 1',
    ...spec,
  }));
  return clusterAnswer.parse({
    id: '1'.repeat(24),
    stateName: 'IDLE',
    mongoDBVersion: '8.0.29',
    ...body,
    tags: [...Object.entries({ ...ownership, other: 'left alone' }).map(([key, value]) => ({ key, value }))],
    replicationSpecs,
    ...more,
  });
}

function update(from: string, to: string, more: Fields = {}): Fields {
  const actual = standing(from, more);
  const wanted = cluster(to);
  const there = actualCluster(actual);
  const changes = clusterChanges(wanted, there);
  expect(changes).not.toEqual([]);
  return updateBody(wanted, changes, { actual: there, ownership });
}

describe('the request that changes a cluster', () => {
  it.each([
    [base, `${base}, backup: true`, { backupEnabled: true }],
    [base, `${base}, point-in-time: true`, { backupEnabled: true, pitEnabled: true }],
    [base, `${base}, termination-protection: true`, { terminationProtectionEnabled: true }],
    [base, `${base}, atlas: { rootCertType: ISRGROOTX1 }`, { rootCertType: 'ISRGROOTX1' }],
  ])('names what changes and nothing else: %s to %s', (from, to, body) => {
    expect(update(from, to)).toEqual(body);
    expect(problems(update(from, to), { method: 'PATCH' })).toEqual([]);
  });

  it('sends the tags of others along, since a list is replaced whole', () => {
    const body = update(base, `${base}, tags: { team: payments }`);
    expect(body).toEqual({
      tags: expect.arrayContaining([
        { key: 'other', value: 'left alone' },
        { key: 'team', value: 'payments' },
        { key: 'gha-repository', value: 'Acme;shop' },
      ]),
    });
  });

  it.each([
    ['a larger tier', base, 'tier: M20, region: US_EAST_1', { electableSpecs: { instanceSize: 'M20', nodeCount: 3 } }],
    [
      'a larger disk',
      `${base}, disk-size-gb: 10`,
      `${base}, disk-size-gb: 40`,
      { electableSpecs: { diskSizeGB: 40, instanceSize: 'M10' } },
    ],
    [
      'scaling',
      `${base}, auto-scaling: { disk: false }`,
      `${base}, auto-scaling: { disk: true }`,
      { autoScaling: { diskGB: { enabled: true } } },
    ],
  ])('keeps ids and all that is not named: %s', (_, from, to, config) => {
    const body = update(from, to);
    expect(body).toMatchObject({
      replicationSpecs: [
        { id: '0'.repeat(24), zoneName: 'Zone 1', regionConfigs: [{ regionName: 'US_EAST_1', ...config }] },
      ],
    });
    expect(problems(body, { method: 'PATCH' })).toEqual([]);
  });

  it('keeps the half of the scaling that nobody names', () => {
    const from = `${base}, auto-scaling: { compute: { min: M10, max: M30 }, disk: false }`;
    const body = update(from, `${base}, auto-scaling: { disk: true }`);
    expect(body).toMatchObject({
      replicationSpecs: [
        {
          regionConfigs: [
            { autoScaling: { compute: { enabled: true, maxInstanceSize: 'M30' }, diskGB: { enabled: true } } },
          ],
        },
      ],
    });
  });

  it('gives a new region the hardware and the scaling of the others', () => {
    const from = `${base}, auto-scaling: { disk: true }`;
    const body = update(from, 'tier: M10, regions: [{ region: US_EAST_1 }, { region: EU_WEST_1 }]');
    const [spec] = Array.isArray(body.replicationSpecs) ? body.replicationSpecs : [];
    expect(spec.regionConfigs).toMatchObject([
      { regionName: 'US_EAST_1', priority: 7, autoScaling: { diskGB: { enabled: true } } },
      {
        regionName: 'EU_WEST_1',
        priority: 6,
        autoScaling: { diskGB: { enabled: true } },
        electableSpecs: { instanceSize: 'M10' },
      },
    ]);
    expect(problems(body, { method: 'PATCH' })).toEqual([]);
  });

  it('sends along the nodes and the disk of which a spec knows nothing, but no IOPS that follow from the disk', () => {
    const analyticsSpecs = {
      instanceSize: 'M10',
      nodeCount: 1,
      diskSizeGB: 10,
      diskIOPS: 3000,
      ebsVolumeType: 'STANDARD',
    };
    const electableSpecs = { ...analyticsSpecs, nodeCount: 3 };
    const readOnlySpecs = { ...analyticsSpecs, nodeCount: 0 };
    const regionConfig = {
      providerName: 'AWS',
      regionName: 'US_EAST_1',
      priority: 7,
      electableSpecs,
      readOnlySpecs,
      analyticsSpecs,
    };
    const replicationSpecs = [{ id: '0'.repeat(24), zoneName: 'Zone 1', regionConfigs: [regionConfig] }];
    const body = update(base, 'tier: M20, region: US_EAST_1', { replicationSpecs });
    expect(body).toEqual({
      replicationSpecs: [
        {
          id: '0'.repeat(24),
          zoneName: 'Zone 1',
          regionConfigs: [
            {
              providerName: 'AWS',
              regionName: 'US_EAST_1',
              priority: 7,
              electableSpecs: { instanceSize: 'M20', nodeCount: 3, diskSizeGB: 10 },
              analyticsSpecs: { instanceSize: 'M10', nodeCount: 1, diskSizeGB: 10 },
            },
          ],
        },
      ],
    });
    expect(problems(body, { method: 'PATCH' })).toEqual([]);
  });

  it('adds a shard like the first one, without its id', () => {
    const body = update('tier: M30, region: US_EAST_1, shards: 2', 'tier: M30, region: US_EAST_1, shards: 3');
    const specs = Array.isArray(body.replicationSpecs) ? body.replicationSpecs : [];
    expect(specs.map(({ id }) => id)).toEqual(['0'.repeat(24), '1'.repeat(24), undefined]);
    expect(specs[2].regionConfigs).toEqual(specs[0].regionConfigs);
    expect(problems(body, { method: 'PATCH' })).toEqual([]);
  });
});
