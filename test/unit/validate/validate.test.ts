import { describe, expect, it } from 'vitest';
import type { Check } from '../../../actions/validate/check.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { setStage } from '../../support/stage.ts';

const checksOf = (door: MemoryDoor): readonly Check[] => JSON.parse(door.outputs.checks ?? '[]');
const resultsOf = (door: MemoryDoor) => Object.fromEntries(checksOf(door).map(({ check, result }) => [check, result]));
const found = (door: MemoryDoor, check: string) => checksOf(door).find((one) => one.check === check);

const cluster = { 'cluster-name': 'orders' };

describe('validating credentials that may do everything', () => {
  it('of an API key: every check is ok', async () => {
    const stage = setStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster });
    const door = await stage.run('validate', { ...stage.withKey, ...cluster, for: 'snapshot, connect, teardown' });
    expect(door.annotations).toEqual([]);
    expect(door.outputs).toMatchObject({ ok: 'true', 'caller-ip': '203.0.113.9' });
    expect(resultsOf(door)).toEqual({
      credentials: 'ok',
      'API access list': 'ok',
      organization: 'ok',
      projects: 'ok',
      project: 'ok',
      cluster: 'ok',
      'cluster is not on its way out': 'ok',
      'cluster is dedicated': 'ok',
      'cluster has backups on': 'ok',
      'cluster is not paused': 'ok',
      'read the clusters': 'ok',
      'read the snapshots': 'ok',
      'read what a snapshot holds': 'ok',
      'read whether changes are rolled out': 'ok',
      'read the database users': 'ok',
      'read the Flex clusters': 'ok',
      'read the network access list': 'ok',
      'role «Project Backup Creator»': 'ok',
      'role «Project Database Access Admin»': 'ok',
      'role «Project Owner»': 'ok',
      'role «Project Network Access Manager»': 'ok',
    });
    expect(found(door, 'read the database users')).toEqual({
      check: 'read the database users',
      result: 'ok',
      for: ['connect', 'teardown'],
      detail: 'Atlas answers.',
      fix: '',
    });
    expect(found(door, 'projects')?.detail).toBe(`1 project: "shop" (${stage.project.id}).`);
    expect(door.summaries.join()).toContain(
      '<tr><td>read the database users</td><td>ok</td><td>connect, teardown</td>',
    );
  });

  it('of a service account: what Atlas does not tell is unknown, and not red', async () => {
    const stage = setStage();
    const door = await stage.run('validate', { ...stage.withAccount, ...cluster, for: 'snapshot' });
    expect([door.failed(), door.outputs.ok]).toEqual([false, 'true']);
    expect(found(door, 'role «Project Backup Creator»')).toMatchObject({
      result: 'unknown',
      detail: expect.stringContaining('Atlas does not tell which roles a service account has'),
      fix: expect.stringContaining('Access Manager › Applications'),
    });
  });

  it.each(['withAccount', 'withKey'] as const)('asks each question once, and nothing but GETs: %s', async (kind) => {
    const stage = setStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster });
    const before = JSON.stringify(stage.atlas.state.clusters);
    const door = await stage.run('validate', { ...stage[kind], ...cluster });
    await stage.post('validate', door);
    const { requests } = stage.atlas;
    const isToken = ({ leg }: (typeof requests)[number]) => leg === 'token' || leg === 'revoke';
    const others = requests.filter((request) => !isToken(request));
    expect(others.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(requests.filter(isToken)).toHaveLength(kind === 'withAccount' ? 2 : 0);
    const paths = others.filter(({ leg }) => leg === 'call').map(({ path }) => path.split('?')[0]);
    // The snapshots are asked for once more, to find one to look into.
    expect(paths).toHaveLength(18);
    expect(new Set(paths).size).toBe(paths.length - 1);
    expect(JSON.stringify(stage.atlas.state.clusters)).toBe(before);
  });

  it('works without a project: it says what can be seen', async () => {
    const stage = setStage();
    const { 'project-id': _, ...credentials } = stage.withKey;
    const door = await stage.run('validate', { ...credentials, for: 'snapshot' });
    expect([door.failed(), door.outputs.ok]).toEqual([false, 'true']);
    expect(found(door, 'projects')?.detail).toContain(stage.project.id);
    expect(found(door, 'read the snapshots')).toMatchObject({ result: 'unknown', fix: 'Give project-id.' });
    expect(found(door, 'role «Project Backup Creator»')).toMatchObject({ result: 'unknown', fix: 'Give project-id.' });
  });

  it('finds the project by its name', async () => {
    const stage = setStage();
    const { 'project-id': _, ...credentials } = stage.withKey;
    const door = await stage.run('validate', { ...credentials, 'project-name': 'shop', for: 'connect' });
    expect(found(door, 'project')).toMatchObject({ result: 'ok' });
    const wrong = await stage.run('validate', { ...credentials, 'project-name': 'Shop', for: 'connect' });
    expect([wrong.failed(), found(wrong, 'project')?.result]).toEqual([true, 'failed']);
    expect(found(wrong, 'read the clusters')?.detail).toBe('Not asked: the project cannot be read.');
  });
});

describe('validating credentials that lack something', () => {
  it.each(['withAccount', 'withKey'] as const)('is red, with all of it in one message: %s', async (kind) => {
    const stage = setStage({ roles: ['Project Read Only'] });
    const door = await stage.run('validate', { ...stage[kind], ...cluster, for: 'restore, sync-network-access' });
    expect([door.failed(), door.outputs.ok]).toEqual([true, 'false']);
    expect(door.annotations).toHaveLength(1);
    const message = door.annotations[0]?.message ?? '';
    expect(message).toMatch(
      /^\d of \d+ checks failed; nothing was changed\.\n- read the restore jobs \(for restore\): Could/,
    );
    expect(message).toContain('«Project Backup Manager»');
    expect(message.includes('«Project Network Access Manager»')).toBe(kind === 'withKey');
    expect(found(door, 'read the restore jobs')).toMatchObject({ result: 'failed' });
    // Needed by some uses only.
    expect(found(door, 'read the restores of databases and collections')).toMatchObject({
      result: 'unknown',
      detail: expect.stringContaining('Needed only by restore with databases or collections.'),
    });
    expect(door.summaries.join()).toContain('<th>Check</th><th>Result</th>');
    expect(door.summaries.join()).toContain('<td>read the restore jobs</td><td>failed</td>');
  });

  it('is content with the least that one action needs', async () => {
    const stage = setStage({ roles: ['Project Backup Creator'] });
    for (const kind of ['withAccount', 'withKey'] as const) {
      const door = await stage.run('validate', { ...stage[kind], ...cluster, for: 'snapshot' });
      expect([door.annotations, door.outputs.ok]).toEqual([[], 'true']);
    }
    const all = await stage.run('validate', { ...stage.withKey, ...cluster });
    expect(all.failed()).toBe(true);
  });

  it.each([
    ['Organization Owner', 'ok'],
    ['Organization Project Creator', 'ok'],
    ['Organization Read Only', 'unknown'],
  ])('knows the roles of the organization: %s', async (role, expected) => {
    const stage = setStage();
    const key = stage.atlas.seedApiKey({ roles: [role] });
    const inputs = { 'public-key': key.publicKey, 'private-key': key.privateKey };
    const door = await stage.run('validate', { ...inputs, 'project-id': stage.project.id, for: 'provision' });
    // Only a project that is to be made needs it.
    expect(found(door, 'role «Organization Project Creator»')?.result).toBe(expected);
  });

  it('counts roles of the named project only', async () => {
    const stage = setStage();
    const other = stage.atlas.seedProject({ name: 'other' });
    const key = stage.atlas.seedApiKey({
      roles: [
        { role: 'Project Owner', projectId: other.id },
        { role: 'Project Read Only', projectId: stage.project.id },
      ],
    });
    const inputs = { 'public-key': key.publicKey, 'private-key': key.privateKey };
    const run = async (id: string) => await stage.run('validate', { ...inputs, 'project-id': id, for: 'teardown' });
    expect(found(await run(stage.project.id), 'role «Project Owner»')?.result).toBe('failed');
    expect(found(await run(other.id), 'role «Project Owner»')?.result).toBe('ok');
  });

  it.each([
    ['withAccount', 'client-secret', 'mdb_sa_sk_wrong', /invalid_client/, /Check client-id and client-secret/],
    ['withKey', 'private-key', 'wrong', /401/, /they are current and belong to this Atlas/],
  ] as const)('wrong credentials: %s', async (kind, input, value, detail, fix) => {
    const stage = setStage();
    const door = await stage.run('validate', { ...stage[kind], [input]: value, for: 'snapshot' });
    expect([door.failed(), door.outputs.ok]).toEqual([true, 'false']);
    expect(found(door, 'credentials')).toMatchObject({
      result: 'failed',
      detail: expect.stringMatching(detail),
      fix: expect.stringMatching(fix),
    });
    expect(resultsOf(door)).toEqual({ credentials: 'failed', 'everything else': 'unknown' });
    expect(stage.atlas.requests.length).toBeLessThanOrEqual(2);
  });

  it('an address that is not on the API access list: the credentials are fine, and the address is named', async () => {
    const stage = setStage();
    const account = stage.atlas.seedServiceAccount({
      project: stage.project,
      roles: ['Project Owner'],
      ipAccessList: ['198.51.100.7'],
    });
    const inputs = { ...stage.withAccount, 'client-id': account.clientId, 'client-secret': account.secret };
    const door = await stage.run('validate', inputs);
    expect(resultsOf(door)).toMatchObject({ credentials: 'ok', 'API access list': 'failed' });
    expect(found(door, 'API access list')?.fix).toMatch(
      /not the project's network access list\. Add 203\.0\.113\.9 to it/,
    );
    expect(door.outputs['caller-ip']).toBe('203.0.113.9');
  });

  it('credentials that no project has invited', async () => {
    const stage = setStage();
    const account = stage.atlas.seedServiceAccount({ roles: ['Organization Member'] });
    const inputs = { 'client-id': account.clientId, 'client-secret': account.secret };
    const door = await stage.run('validate', { ...inputs, 'project-id': stage.project.id, for: 'snapshot' });
    expect(found(door, 'projects')).toMatchObject({ result: 'failed', fix: expect.stringContaining('Invite them') });
    expect(found(door, 'project')).toMatchObject({ result: 'failed', detail: expect.stringContaining('NOT_IN_GROUP') });
    expect(found(door, 'read the snapshots')?.detail).toBe('Not asked: the project cannot be read.');
  });

  it.each([401, 403])('a project where it has no role is red, with the project and the role: %i', async (status) => {
    const stage = setStage();
    const other = stage.atlas.seedProject({ name: 'other' });
    const blind = { kind: 'error', status, errorCode: 'USER_UNAUTHORIZED', detail: 'No.' } as const;
    const path = new RegExp(`/groups/${other.id}`);
    stage.atlas.faults.add({ match: { path, times: Number.POSITIVE_INFINITY }, ...blind });
    const door = await stage.run('validate', { ...stage.withAccount, 'project-id': other.id, for: 'snapshot' });
    expect([door.failed(), door.outputs.ok]).toEqual([true, 'false']);
    expect(found(door, 'project')).toMatchObject({
      result: 'failed',
      detail: expect.stringContaining(`The service account has no role in project ${other.id}`),
      fix: expect.stringContaining('the role "Project Backup Creator" in that project'),
    });
    expect(door.annotations[0]?.message).toContain(other.id);
  });

  it('a free cluster is one failure for snapshot, without advice that it cannot take', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'small', tier: 'M0' });
    const door = await stage.run('validate', { ...stage.withKey, 'cluster-name': 'small', for: 'snapshot' });
    expect(door.annotations[0]?.message).toMatch(/^1 of \d+ checks failed/);
    expect(door.annotations[0]?.message).not.toContain('Turn');
    expect(found(door, 'cluster has backups on')).toBeUndefined();
  });

  it('an API key whose roles Atlas does not tell is called an API key', async () => {
    const stage = setStage();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const answer = await stage.fetch(input, init);
      if (!String(input).endsWith('/api/atlas/v2') && !/\/api\/atlas\/v2\/?$/.test(String(input))) return answer;
      if (answer.status !== 200) return answer;
      return Response.json({ apiKey: { roles: [] } }, { headers: answer.headers });
    };
    const door = await stage.run('validate', { ...stage.withKey, ...cluster, for: 'snapshot' }, { fetch });
    const role = found(door, 'role «Project Backup Creator»');
    expect(role?.detail).toContain('which roles this API key has');
    expect(role?.detail).not.toContain('service account');
  });

  it('a summary claims no more than was looked at', async () => {
    const stage = setStage();
    const door = await stage.run('validate', { ...stage.withAccount, ...cluster, for: 'snapshot' });
    expect(door.summaries.join()).toContain('No problem found; roles could not be verified');
    const key = await stage.run('validate', { ...stage.withKey, ...cluster, for: 'snapshot' });
    expect(key.summaries.join()).toContain('Atlas is ready');
  });

  it('a role that may do its work and not look around is no failure of its own', async () => {
    const stage = setStage({ roles: ['Project Backup Creator'] });
    // The simulator lets every role read the project.
    const blind = { kind: 'error', status: 401, errorCode: 'USER_UNAUTHORIZED', detail: 'No.' } as const;
    const always = { times: Number.POSITIVE_INFINITY } as const;
    stage.atlas.faults.add({ match: { path: /\/groups\/[0-9a-f]{24}$/, ...always }, ...blind });
    stage.atlas.faults.add({ match: { path: /\/clusters(\/orders)?(\?.*)?$/, ...always }, ...blind });
    const door = await stage.run('validate', { ...stage.withKey, ...cluster, for: 'snapshot' });
    expect(door.annotations).toEqual([]);
    expect(resultsOf(door)).toMatchObject({
      project: 'unknown',
      cluster: 'unknown',
      'read the clusters': 'unknown',
      'role «Project Backup Creator»': 'ok',
    });
  });

  it.each(['nonsense', '</td>', '999.1.1.1', ''])('takes %j for no address', async (currentIpv4Address) => {
    const stage = setStage();
    const lying: typeof fetch = async (input, init) =>
      String(input).endsWith('ipinfo') && 'Authorization' in (init?.headers ?? {})
        ? Response.json({ currentIpv4Address })
        : await stage.atlas.fetch(input, init);
    const door = await stage.run('validate', { ...stage.withKey, for: 'snapshot' }, { fetch: lying });
    expect([door.failed(), door.outputs['caller-ip']]).toEqual([false, undefined]);
  });

  it('does without the address where Atlas does not tell it', async () => {
    const stage = setStage();
    stage.atlas.faults.add({ match: { path: /ipinfo/ }, kind: 'error', status: 404, errorCode: 'X', detail: 'No.' });
    const door = await stage.run('validate', { ...stage.withKey, for: 'snapshot' });
    expect([door.failed(), door.outputs['caller-ip'], found(door, 'API access list')?.result]).toEqual([
      false,
      undefined,
      'ok',
    ]);
  });

  it('takes an Atlas that does not answer for what it is', async () => {
    const stage = setStage();
    const outage = { kind: 'refuse', match: { leg: 'any', times: Number.POSITIVE_INFINITY } } as const;
    stage.atlas.faults.add(outage);
    const door = await stage.run('validate', { ...stage.withAccount, for: 'snapshot' });
    expect(resultsOf(door)).toEqual({
      'Atlas answers': 'failed',
      credentials: 'unknown',
      'everything else': 'unknown',
    });
    expect(door.annotations).toHaveLength(1);
  });

  it('keeps hostile words of Atlas from becoming commands or markup', async () => {
    const stage = setStage();
    const detail = '</td><img src=x>\n::add-mask::orders\n##[add-mask]orders';
    stage.atlas.faults.add({ kind: 'error', status: 400, errorCode: 'BAD', detail, match: { path: /databaseUsers/ } });
    const door = await stage.run('validate', { ...stage.withKey, ...cluster, for: 'connect' });
    expect(found(door, 'read the database users')).toMatchObject({
      result: 'failed',
      detail: expect.stringContaining(detail),
    });
    expect(door.summaries.join()).not.toContain('<img');
    expect(door.masks).not.toContain('orders');
  });

  it('a question that Atlas fails to answer is a failure, and the others are asked all the same', async () => {
    const stage = setStage();
    stage.atlas.faults.add({
      kind: 'status-500',
      match: { path: /databaseUsers/, times: Number.POSITIVE_INFINITY },
    });
    const door = await stage.run('validate', { ...stage.withKey, ...cluster, for: 'connect' });
    expect(resultsOf(door)).toMatchObject({ 'read the database users': 'failed', 'read the clusters': 'ok' });
    expect(door.annotations[0]?.message).toMatch(/1 of \d+ checks failed/);
  });
});

describe('validating a cluster', () => {
  it.each([
    ['M0', { tier: 'M0' }, 'snapshot', 'cluster is dedicated', /mongodump/],
    ['Flex', { tier: 'FLEX' }, 'snapshot', 'cluster is dedicated', /mongodump/],
    ['M0', { tier: 'M0' }, 'backups, restore', 'cluster is of a tier with backups', /mongodump/],
    ['backup off', { backupEnabled: false }, 'snapshot', 'cluster has backups on', /Turn it on/],
    ['paused', { paused: true, backupEnabled: true }, 'connect', 'cluster is not paused', /Resume it/],
  ])('%s: %o for %s', async (_, seed, actions, check, fix) => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'other', ...seed });
    const door = await stage.run('validate', { ...stage.withKey, 'cluster-name': 'other', for: actions });
    expect(door.failed()).toBe(true);
    expect(found(door, check)).toMatchObject({ result: 'failed', fix: expect.stringMatching(fix) });
  });

  it.each([
    ['a paused target', { paused: true, backupEnabled: true }, 'cluster is not paused'],
    ['no point in time', { backupEnabled: true }, 'cluster has continuous backup'],
    ['a source without backups', { backupEnabled: false }, 'cluster has backups on'],
  ])('what only some restores need is no failure: %s', async (_, seed, check) => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'other', ...seed });
    const door = await stage.run('validate', { ...stage.withKey, 'cluster-name': 'other', for: 'restore' });
    expect([door.annotations, found(door, check)?.result]).toEqual([[], 'unknown']);
  });

  it('that is not there: the nearest names', async () => {
    const stage = setStage();
    const door = await stage.run('validate', { ...stage.withKey, 'cluster-name': 'order', for: 'snapshot' });
    expect(found(door, 'cluster')).toMatchObject({ result: 'failed', fix: expect.stringContaining('"orders"') });
    expect(found(door, 'read the snapshots')?.detail).toBe('Not asked: the cluster cannot be read.');
  });

  it('that is being deleted', async () => {
    const stage = setStage();
    stage.atlas.playStates(stage.cluster, [['DELETING', 600]]);
    const door = await stage.run('validate', { ...stage.withKey, ...cluster, for: 'connect' });
    expect(found(door, 'cluster is not on its way out')).toMatchObject({ result: 'failed' });
  });

  it('looks into no snapshot where there is none', async () => {
    const stage = setStage();
    const door = await stage.run('validate', { ...stage.withKey, ...cluster, for: 'snapshot' });
    expect(found(door, 'read what a snapshot holds')).toMatchObject({
      result: 'unknown',
      detail: expect.stringContaining('no completed snapshot'),
    });
  });
});

describe('inputs of validate', () => {
  it.each([
    [
      'an action that does not exist',
      { for: 'snapshot, snapshots' },
      /for: "snapshots" is not one of provision, snapshot/,
    ],
    ['a cluster without a project', { 'cluster-name': 'orders', 'project-id': '' }, /cluster-name needs project-id/],
    ['two projects', { 'project-name': 'shop' }, /both given/],
  ])('%s is refused before any request', async (_, inputs, message) => {
    const stage = setStage();
    const door = await stage.run('validate', { ...stage.withKey, ...inputs });
    expect(door.annotations[0]?.message).toMatch(message);
    expect(stage.atlas.requests).toEqual([]);
  });
});
