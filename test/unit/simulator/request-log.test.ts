import { describe, expect, it } from 'vitest';
import { askAs, base, digestHeader, nonceOf, quietAtlas, requestInit, send, tokenRequest } from './ask.ts';

describe('the request log', () => {
  it('says what arrived, for what, from whom and how it was answered', async () => {
    const { atlas, clock } = quietAtlas();
    const project = atlas.seedProject();
    atlas.seedCluster({ backupEnabled: true });
    const account = atlas.seedServiceAccount();
    clock.advance(5000);
    const path = `/groups/${project.id}/clusters/orders/backup/snapshots`;
    await askAs(atlas, account)('POST', `${path}?pretty=true`, { body: { description: 'x' } });
    expect(atlas.requests.map(({ leg, status }) => [leg, status])).toEqual([
      ['token', 200],
      ['call', 200],
      ['revoke', 200],
    ]);
    expect(atlas.requests[1]).toMatchObject({
      index: 1,
      at: '2026-09-01T08:00:05Z',
      method: 'POST',
      path: `/api/atlas/v2${path}?pretty=true`,
      host: 'cloud.mongodb.com',
      pathTemplate: '/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots',
      operationId: 'takeGroupClusterBackupSnapshots',
      authorization: 'bearer',
      caller: account.clientId,
      body: { description: 'x' },
    });
  });

  it('holds no secret', async () => {
    const { atlas } = quietAtlas();
    const project = atlas.seedProject();
    const [account, key] = [atlas.seedServiceAccount(), atlas.seedApiKey()];
    const { body } = await tokenRequest(atlas, account);
    const uri = `/api/atlas/v2/groups/${project.id}/databaseUsers`;
    const asking = { body: { username: 'app', password: 'correct horse battery' } };
    const nonce = nonceOf(await send(atlas.fetch, base + uri, requestInit('POST', asking)));
    const Authorization = digestHeader(key, { method: 'POST', uri, nonce });
    await send(atlas.fetch, base + uri, requestInit('POST', { ...asking, headers: { Authorization } }));
    await askAs(atlas, account)('GET', '/groups');
    const log = JSON.stringify(atlas.requests);
    const secrets = [
      account.secret,
      body.access_token,
      key.privateKey,
      'correct horse',
      Authorization,
      btoa(account.secret),
    ];
    for (const secret of secrets) expect(log).not.toContain(secret);
    expect(atlas.requests.map(({ authorization }) => authorization)).toEqual([
      'basic',
      'none',
      'digest',
      'basic',
      'bearer',
      'basic',
    ]);
  });
});
