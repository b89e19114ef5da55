import { describe, expect, it } from 'vitest';
import {
  addAccessListEntries,
  deleteAccessListEntry,
  findAccessListEntry,
  listAccessList,
} from '../../src/atlas/access-list.ts';
import { checkedFetch } from '../support/checked-fetch.ts';
import { contractAvailable } from '../support/openapi.ts';
import { loadScenario, replay } from '../support/recordings.ts';
import { setStage } from '../support/stage.ts';
import { testAccount, testClient } from '../support/test-client.ts';

describe.skipIf(!contractAvailable)('what sync-network-access says to Atlas', () => {
  it('keeps to the specification, and so do the answers', async () => {
    const stage = setStage();
    const peered = stage.atlas.seedProject({ name: 'peered', peered: true });
    const account = stage.atlas.seedServiceAccount({ project: peered, roles: ['Project Network Access Manager'] });
    const login = { 'client-id': account.clientId, 'client-secret': account.secret, 'project-id': peered.id };
    const checked = checkedFetch(stage.atlas.fetch);
    const sync = async (inputs: Readonly<Record<string, string>>) => {
      const door = await stage.run('sync-network-access', { ...login, ...inputs }, { fetch: checked.fetch });
      expect([inputs, door.annotations]).toEqual([inputs, []]);
      return door;
    };
    const entries = `
- { address: 198.51.100.0/24, comment: office }
- { address: 198.51.100.7, expires-in-hours: 5 }
- { address: sg-0123, comment: workers }`;
    await sync({ entries });
    const main = await sync({ entries: '- 198.51.100.7', prune: 'true', 'runner-ip': 'true' });
    await stage.post('sync-network-access', main, { fetch: checked.fetch });
    expect([...new Set(checked.problems)]).toEqual([]);
    expect([...checked.operations].toSorted()).toEqual([
      'createGroupAccessListEntry',
      'deleteGroupAccessListEntry',
      'getGroupAccessListEntry',
      'getGroupAccessListStatus',
      'listGroupAccessListEntries',
    ]);
  });
});

describe.skipIf(!contractAvailable)('the recorded exchanges about the access list', () => {
  const scenario = 'TestAccessList@2026-08-10';
  const groupId = '6a793f62c0eb9e7a1771502a';

  it('replay through the client: added for good and for a time, listed, read, deleted', async () => {
    const { exchanges } = loadScenario(scenario);
    const recording = replay({ name: scenario, exchanges: exchanges.slice(1) });
    const sent: unknown[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      if (String(input).endsWith('/oauth/token')) return Response.json({ access_token: 't', expires_in: 3600 });
      if (init?.body !== undefined) sent.push(JSON.parse(String(init.body)));
      return await recording.fetch(input, init);
    };
    const client = testClient({ credentials: testAccount, fetch });
    const entry = { address: '192.168.0.243', comment: 'test', expiresAt: undefined };

    await addAccessListEntries(client, { groupId, entries: [entry] });
    expect(await listAccessList(client, groupId)).toEqual([entry]);
    expect(await findAccessListEntry(client, { groupId, address: entry.address })).toEqual(entry);
    expect(await deleteAccessListEntry(client, { groupId, address: entry.address })).toBe(true);
    const expiresAt = Date.parse('2026-08-10T03:08:14Z');
    await addAccessListEntries(client, { groupId, entries: [{ ...entry, expiresAt }] });
    expect(await deleteAccessListEntry(client, { groupId, address: entry.address })).toBe(true);
    const current = '52.161.45.225';
    await addAccessListEntries(client, { groupId, entries: [{ ...entry, address: current }] });
    expect(await deleteAccessListEntry(client, { groupId, address: current })).toBe(true);

    expect(recording.remaining()).toEqual([]);
    expect(sent).toEqual([
      [{ ipAddress: '192.168.0.243', comment: 'test' }],
      [{ ipAddress: '192.168.0.243', comment: 'test', deleteAfterDate: '2026-08-10T03:08:14Z' }],
      [{ ipAddress: '52.161.45.225', comment: 'test' }],
    ]);
  });

  it('show an entry with an expiry as it was asked for', async () => {
    const { exchanges } = loadScenario(scenario);
    const temporary = exchanges.find(({ step }) => step === 'Create_Delete_After');
    const fetch: typeof globalThis.fetch = async (input) =>
      String(input).endsWith('/oauth/token')
        ? Response.json({ access_token: 't', expires_in: 3600 })
        : Response.json(temporary?.body);
    const client = testClient({ credentials: testAccount, fetch });
    // The answer to an addition has the form of the list.
    expect(await listAccessList(client, groupId)).toEqual([
      { address: '192.168.0.243', comment: 'test', expiresAt: Date.parse('2026-08-10T03:08:14Z') },
    ]);
  });
});
