import { ConnectionString } from 'mongodb-connection-string-url';
import { describe, expect, it } from 'vitest';
import { setStage } from '../../support/stage.ts';

describe('a cluster with a private way in', () => {
  it.each([
    ['network peering', { peering: true }],
    ['a private endpoint', { endpoints: [{ endpointId: 'vpce-0123456789abcdef0' }] }],
  ])('%s is handed over beside the public one', async (_, privateAccess) => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'inner', privateAccess });
    const { outputs, annotations } = await stage.run('connect', {
      ...stage.withAccount,
      'cluster-name': 'inner',
      database: 'app',
    });
    expect(annotations).toEqual([]);
    const open = new ConnectionString(outputs['connection-string'] ?? '');
    const closed = new ConnectionString(outputs['connection-string-private'] ?? '');
    expect([closed.username, closed.password, closed.pathname]).toEqual([open.username, open.password, '/app']);
    expect(closed.hosts).not.toEqual(open.hosts);
  });

  it('is empty where there is none', async () => {
    const stage = setStage();
    const { outputs } = await stage.run('connect', { ...stage.withAccount, 'cluster-name': 'orders' });
    expect(outputs['connection-string-private']).toBeUndefined();
  });
});
