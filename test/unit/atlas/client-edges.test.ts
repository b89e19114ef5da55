import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deleteCluster, getCluster } from '../../../src/atlas/clusters.ts';
import { deadlineIn } from '../../../src/atlas/deadline.ts';
import { AtlasError, mayHaveTakenEffect, NetworkError, TimedOut, UnreadableAnswer } from '../../../src/atlas/errors.ts';
import { createRestoreJob } from '../../../src/atlas/restore-jobs.ts';
import { takeSnapshot } from '../../../src/atlas/snapshots.ts';
import { testAccount, testClient } from '../../support/test-client.ts';

const groupId = '5f'.repeat(12);
const address = { groupId, clusterName: 'orders' };
const host = 'https://cloud.mongodb.com';
const clusterPath = `/api/atlas/v2/groups/${groupId}/clusters/orders`;
const snapshotsPath = `${clusterPath}/backup/snapshots`;
const cluster = { id: 'c', name: 'orders', clusterType: 'REPLICASET', stateName: 'IDLE' };
const request = { description: 'd', retentionInDays: 1, onSend: () => undefined };

beforeEach(() => {
  nock.disableNetConnect();
  nock(host).post('/api/oauth/token').reply(200, { access_token: 'token-1', expires_in: 3600, token_type: 'Bearer' });
});

afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
  nock.enableNetConnect();
});

describe('what is sent again', () => {
  it('a GET after 503 without a body, and the log says so', async () => {
    nock(host).get(clusterPath).reply(503, '').get(clusterPath).reply(200, cluster);
    const client = testClient({ credentials: testAccount });
    await expect(getCluster(client, address)).resolves.toMatchObject({ name: 'orders' });
    expect(client.lines).toEqual([`GET ${clusterPath}: Atlas answered 503; trying again in 0.5 s (2 of 6).`]);
  });

  it('a GET whose answer breaks off, and the log says so', async () => {
    nock(host).get(clusterPath).reply(200, '{"results":[{"id":"6a79').get(clusterPath).reply(200, cluster);
    const client = testClient({ credentials: testAccount });
    await expect(getCluster(client, address)).resolves.toMatchObject({ name: 'orders' });
    expect(client.lines).toEqual([
      `GET ${clusterPath}: Atlas answered 200 with a body that cannot be read; trying again in 0.5 s (2 of 6).`,
    ]);
  });

  it('a POST after 429, as soon as Retry-After says: 0 is at once', async () => {
    nock(host)
      .post(snapshotsPath)
      .reply(429, {}, { 'Retry-After': '0' })
      .post(snapshotsPath)
      .reply(200, { id: 's', status: 'queued' });
    const client = testClient({ credentials: testAccount });
    await expect(takeSnapshot(client, address, request)).resolves.toMatchObject({ id: 's' });
    expect(client.lines).toEqual([`POST ${snapshotsPath}: Atlas answered 429; trying again in 0.0 s (2 of 6).`]);
  });

  it('a DELETE by name after 429, but not after 503: the name may be another cluster’s by then', async () => {
    nock(host).delete(clusterPath).reply(429, {}, { 'Retry-After': '0' }).delete(clusterPath).reply(503, '');
    const client = testClient({ credentials: testAccount });
    await expect(deleteCluster(client, address, { retainBackups: false })).rejects.toMatchObject({ status: 503 });
    expect(client.lines).toHaveLength(1);
  });

  it('a POST after a refused connection, because nothing was sent', async () => {
    nock(host)
      .post(snapshotsPath)
      .replyWithError(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }));
    nock(host).post(snapshotsPath).reply(200, { id: 's', status: 'queued' });
    await expect(takeSnapshot(testClient({ credentials: testAccount }), address, request)).resolves.toMatchObject({
      id: 's',
    });
  });

  it('a GET six times at most', async () => {
    nock(host).get(clusterPath).times(6).reply(500, { errorCode: 'UNEXPECTED_ERROR', detail: 'Unexpected error.' });
    await expect(getCluster(testClient({ credentials: testAccount }), address)).rejects.toThrow(
      `Could not read the cluster "orders" in project ${groupId}: Atlas answered 500 UNEXPECTED_ERROR, "Unexpected error.".`,
    );
  });
});

describe('a 503 with a body', () => {
  const body = {
    detail: 'Cannot check the per-shard data-size limit. Try again later.',
    error: 503,
    errorCode: 'SHARD_SIZE_LIMIT_CURRENT_SIZE_UNKNOWN',
    parameters: ['Try again later'],
    reason: 'Service Unavailable',
  };

  it('is asked again as any, and told with its code once it is given up', async () => {
    nock(host).get(clusterPath).times(6).reply(503, body);
    const failure = getCluster(testClient({ credentials: testAccount }), address);
    await expect(failure).rejects.toMatchObject({ status: 503, code: body.errorCode, parameters: body.parameters });
    await expect(failure).rejects.toThrow(/Atlas answered 503 SHARD_SIZE_LIMIT_CURRENT_SIZE_UNKNOWN, "Cannot check/);
  });
});

describe('a role that is missing', () => {
  const target = { targetGroupId: groupId, targetClusterName: 'copy' };

  it.each([
    [{ deliveryType: 'download', snapshotId: 's' }, /prepare a download .*«Project Backup Export Operator»/],
    [
      { deliveryType: 'automated', snapshotId: 's', ...target },
      /restore a snapshot .*«Project Backup Recovery Operator»/,
    ],
  ] as const)('is named by what is asked for: %j', async (body, message) => {
    nock(host).post(`${clusterPath}/backup/restoreJobs`).reply(401, { error: 401, errorCode: 'USER_UNAUTHORIZED' });
    const client = testClient({ credentials: testAccount });
    const asked = createRestoreJob(client, address, { body, onSend: () => undefined });
    await expect(asked).rejects.toThrow(message);
  });
});

describe('what is not sent again', () => {
  it.each([500, 502, 503, 504, 408])('a POST after %i: it may have taken effect', async (status) => {
    nock(host).post(snapshotsPath).reply(status, '');
    const failure = await takeSnapshot(testClient({ credentials: testAccount }), address, request).catch(
      (error) => error,
    );
    expect(failure).toBeInstanceOf(AtlasError);
    expect(mayHaveTakenEffect(failure)).toBe(true);
  });

  it('a POST whose connection broke', async () => {
    nock(host)
      .post(snapshotsPath)
      .replyWithError(Object.assign(new Error('cut'), { code: 'ECONNRESET' }));
    const failure = await takeSnapshot(testClient({ credentials: testAccount }), address, request).catch(
      (error) => error,
    );
    expect(failure).toBeInstanceOf(NetworkError);
    expect(mayHaveTakenEffect(failure)).toBe(true);
  });

  it('anything whose Retry-After goes beyond the time that the step has', async () => {
    nock(host).get(clusterPath).reply(429, {}, { 'Retry-After': '7200' });
    await expect(getCluster(testClient({ credentials: testAccount }), address)).rejects.toMatchObject({ status: 429 });
  });
});

describe('a server that never answers', () => {
  const silent: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted by the caller')));
    });
  const clockWith = (asked: number[]) => ({
    now: () => 0,
    sleep: () => Promise.resolve(),
    timeout: (milliseconds: number) => {
      asked.push(milliseconds);
      return AbortSignal.timeout(1);
    },
  });

  beforeEach(() => nock.cleanAll());

  it.each([
    ['is given 30 s for each answer', 3_600_000, 30_000, /did not answer within 30 s/],
    ['never more than the step has left', 5_000, 5_000, /./],
  ])('%s', async (_, left, expected, message) => {
    const asked: number[] = [];
    const clock = clockWith(asked);
    const client = testClient({ credentials: testAccount, fetch: silent, clock, deadline: deadlineIn(left, clock) });
    const failure = await getCluster(client, address).catch((error) => error);
    expect(asked.every((milliseconds) => milliseconds === expected)).toBe(true);
    expect(asked.length).toBeGreaterThan(0);
    expect(failure).toBeInstanceOf(left > 30_000 ? NetworkError : TimedOut);
    expect(String(failure)).toMatch(message);
  });
});

describe('answers that make no sense', () => {
  it('a bare refusal of a token does not speak of roles that do not exist', async () => {
    nock.cleanAll();
    nock(host).post('/api/oauth/token').reply(403, 'Forbidden');
    const failure = await getCluster(testClient({ credentials: testAccount }), address).catch((error) => error);
    expect(String(failure)).toMatch(/access token.*403.*base-url.*proxy/);
  });

  it('a success that is not JSON is an error, and may have taken effect', async () => {
    nock(host).post(snapshotsPath).reply(200, '<html>login</html>');
    const failure = await takeSnapshot(testClient({ credentials: testAccount }), address, request).catch(
      (error) => error,
    );
    expect(failure).toBeInstanceOf(UnreadableAnswer);
    expect(mayHaveTakenEffect(failure)).toBe(true);
  });

  it('a redirect is not followed: credentials go to no other host', async () => {
    nock(host).get(clusterPath).reply(302, '', { Location: 'https://evil.example/' });
    await expect(getCluster(testClient({ credentials: testAccount }), address)).rejects.toMatchObject({ status: 302 });
  });

  it('an error without code, detail or parameters still names what was tried and what to do', async () => {
    nock(host).get(clusterPath).reply(403, { error: 403, errorCode: null, parameters: null });
    await expect(getCluster(testClient({ credentials: testAccount }), address)).rejects.toThrow(
      /Could not read the cluster "orders" in project 5f.*: Atlas answered 403\. .*«Project Read Only»/,
    );
  });

  it('an untrusted certificate is told as such, and not tried again', async () => {
    nock(host)
      .get(clusterPath)
      .replyWithError(Object.assign(new Error('x'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }));
    await expect(getCluster(testClient({ credentials: testAccount }), address)).rejects.toThrow(/NODE_EXTRA_CA_CERTS/);
  });
});

describe('the request', () => {
  it('names the version, the media type of its body, and encodes names in its path', async () => {
    nock(host, { reqheaders: { accept: 'application/vnd.atlas.2024-08-05+json', authorization: 'Bearer token-1' } })
      .get(`/api/atlas/v2/groups/${groupId}/clusters/a%2Fb%3Fc`)
      .reply(200, cluster);
    await getCluster(testClient({ credentials: testAccount }), { groupId, clusterName: 'a/b?c' });
  });
});
