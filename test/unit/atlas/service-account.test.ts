import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { getCluster } from '../../../src/atlas/clusters.ts';
import { deadlineIn } from '../../../src/atlas/deadline.ts';
import { setStage } from '../../support/stage.ts';
import { testClient } from '../../support/test-client.ts';

function tokenStage() {
  const stage = setStage();
  const { clientId, secret } = stage.account;
  const client = testClient({
    credentials: { kind: 'service-account', clientId, clientSecret: secret },
    fetch: stage.atlas.fetch,
    clock: stage.clock,
    deadline: deadlineIn(48 * 3_600_000, stage.clock),
  });
  const read = () => getCluster(client, { groupId: stage.project.id, clusterName: 'orders' });
  const mints = () => stage.atlas.requests.filter(({ leg }) => leg === 'token').length;
  return { ...stage, client, read, mints };
}

describe('signing with a service account', () => {
  it('mints one token for all calls, also for those that start at once', async () => {
    const { read, mints, client } = tokenStage();
    await Promise.all([read(), read(), read()]);
    await read();
    expect([mints(), client.tokens.length]).toEqual([1, 1]);
  });

  it('takes a new token ahead of the end of the old one', async () => {
    const { read, mints, time } = tokenStage();
    await read();
    time.advance(54 * 60_000);
    await read();
    expect(mints()).toBe(1);
    time.advance(2 * 60_000);
    await read();
    expect(mints()).toBe(2);
  });

  it('takes a new token once when Atlas refuses one that it had accepted', async () => {
    const { read, mints, atlas } = tokenStage();
    await read();
    atlas.faults.add({ match: { leg: 'call' }, kind: 'status-401', plain: true });
    await expect(read()).resolves.toMatchObject({ name: 'orders' });
    expect(mints()).toBe(2);
  });

  it('does not go round in circles when every token is refused', async () => {
    const { read, mints, atlas } = tokenStage();
    await read();
    atlas.faults.add({ match: { leg: 'call', times: Number.POSITIVE_INFINITY }, kind: 'status-401', plain: true });
    await expect(read()).rejects.toMatchObject({ status: 401 });
    await expect(read()).rejects.toMatchObject({ status: 401 });
    expect(mints()).toBeLessThanOrEqual(3);
  });

  it('explains the limit of live tokens', async () => {
    const { read, atlas } = tokenStage();
    atlas.faults.add({ match: { leg: 'token', times: 9 }, kind: 'error', status: 403, errorCode: 'access_denied' });
    await expect(read()).rejects.toThrow(/100 live tokens/);
  });

  it('shows no secret to inspection', () => {
    const { client, account } = tokenStage();
    expect(inspect(client, { depth: 10, showHidden: true }) + JSON.stringify(client)).not.toContain(account.secret);
  });
});
