import { describe, expect, it } from 'vitest';
import { runVariables, setStage } from '../../support/stage.ts';

const cluster = { 'cluster-name': 'orders' };

/** The one annotation of a failed step. */
async function failure(
  ...[stage, inputs, more]: [
    ReturnType<typeof setStage>,
    Record<string, string>,
    Record<string, Record<string, string>>?,
  ]
) {
  const door = await stage.run('snapshot', inputs, more);
  expect(door.failed()).toBe(true);
  expect(door.annotations).toHaveLength(1);
  return door.annotations[0]?.message ?? '';
}

describe('inputs that cannot work are refused before any request', () => {
  it.each([
    ['no credentials', { 'project-id': '5f'.repeat(12) }, /^There are no Atlas credentials/],
    [
      'half a service account',
      { 'client-id': `mdb_sa_id_${'a'.repeat(24)}` },
      /client-secret is missing, though client-id is given/,
    ],
    ['half an API key', { 'private-key': 'key-of-the-test' }, /public-key is missing, though private-key is given/],
    [
      'both kinds',
      { 'client-id': 'x', 'client-secret': 'x', 'public-key': 'x', 'private-key': 'x' },
      /Both kinds of credentials are given/,
    ],
    [
      'a project id of 23 characters',
      { 'project-id': '5'.repeat(23) },
      /project-id: "5{23}" is not a project id: 24 hexadecimal digits/,
    ],
    ['no project', {}, /project-id \(or project-name\) is required/],
    [
      'two projects',
      { 'project-id': '5f'.repeat(12), 'project-name': 'shop' },
      /project-id and project-name are both given/,
    ],
    ['a cluster name with a slash', { 'cluster-name': 'a/b' }, /cluster-name: "a\/b" is not a cluster name/],
    ['retention of no days', { 'retention-days': '0' }, /retention-days: "0" is not a whole number from 1 to 3650/],
    ['plain http', { 'base-url': 'http://atlas.example' }, /base-url: plain http/],
  ])('%s', async (_, inputs, message) => {
    const stage = setStage();
    expect(await failure(stage, { ...cluster, ...inputs })).toMatch(message);
    expect(stage.atlas.requests).toEqual([]);
  });

  it('and a secret in the place of an id is not quoted', async () => {
    const message = await failure(setStage(), {
      ...cluster,
      'client-id': 'mdb_sa_sk_swapped',
      'client-secret': 'mdb_sa_id_x',
    });
    expect(message).toContain('client-id: the value is not a service account id');
    expect(message).not.toContain('swapped');
  });
});

describe('a run that has no secrets', () => {
  const variables = { ...runVariables(), GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: '/event.json' };
  const files = { '/event.json': JSON.stringify({ pull_request: { head: { repo: { full_name: 'fork/shop' } } } }) };

  it('is told that it is a fork, even where the id is a plain variable', async () => {
    const message = await failure(
      setStage(),
      { ...cluster, 'client-id': `mdb_sa_id_${'a'.repeat(24)}` },
      { variables, files },
    );
    expect(message).toContain('this is a pull request from the fork fork/shop, and GitHub hands it no secrets.');
  });

  it('is told that it is Dependabot', async () => {
    const message = await failure(setStage(), cluster, {
      variables: { ...runVariables(), GITHUB_ACTOR: 'dependabot[bot]' },
    });
    expect(message).toContain('this is a run that Dependabot started');
  });

  it('is told that it runs in a fork', async () => {
    const event = { '/event.json': JSON.stringify({ repository: { fork: true } }) };
    const push = { ...runVariables(), GITHUB_EVENT_PATH: '/event.json' };
    const message = await failure(setStage(), cluster, { variables: push, files: event });
    expect(message).toContain('this is a run in the fork acme/shop');
  });

  it('is not skipped where a secret is merely missing: green would be a lie', async () => {
    const message = await failure(setStage(), { ...cluster, 'on-missing-credentials': 'skip' });
    expect(message).toContain('passes over runs of forks and Dependabot only');
  });

  it('is skipped with a notice where the author says so, even if ids are secrets too', async () => {
    const stage = setStage();
    const door = await stage.run('snapshot', { ...cluster, 'on-missing-credentials': 'skip' }, { variables, files });
    expect([door.failed(), door.outputs]).toEqual([false, { skipped: 'true' }]);
    expect(door.annotations).toEqual([{ level: 'notice', message: expect.stringContaining('fork/shop') }]);
    expect(stage.atlas.requests).toEqual([]);
  });
});

describe('clusters that take no snapshots', () => {
  it.each([
    [
      'M0',
      { name: 'playground', tier: 'M0' },
      /"playground" is a free cluster \(M0\), which has no cloud backup\. Use mongodump/,
    ],
    [
      'Flex',
      { name: 'flexible', tier: 'FLEX' },
      /"flexible" is a Flex cluster, which takes no snapshots on demand\. Atlas takes one a day/,
    ],
    ['backup off', { name: 'plain', backupEnabled: false }, /Cloud backup is off for "plain"\. Turn it on/],
    [
      'paused',
      { name: 'asleep', backupEnabled: true, paused: true },
      /"asleep" is paused, and Atlas takes no snapshots of paused clusters/,
    ],
  ])('%s: the message says what they can do instead', async (_, seed, message) => {
    const stage = setStage();
    stage.atlas.seedCluster(seed);
    expect(await failure(stage, { ...stage.withAccount, 'cluster-name': seed.name })).toMatch(message);
  });
});

describe('what Atlas refuses', () => {
  it('an unknown cluster: the nearest names', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'orders-archive' });
    stage.atlas.seedCluster({ name: 'unrelated', tier: 'FLEX' });
    const message = await failure(stage, { ...stage.withAccount, 'cluster-name': 'order' });
    expect(message).toContain('404 CLUSTER_NOT_FOUND');
    expect(message).toContain('Did you mean "orders" or "orders-archive"? The project has 3 clusters.');
  });

  it('an unknown project: those that the credentials see', async () => {
    const stage = setStage();
    const message = await failure(stage, { ...stage.withAccount, ...cluster, 'project-id': '5f'.repeat(12) });
    expect(message).toContain(`These credentials see 1 project: "shop" (${stage.project.id}).`);
  });

  it('an unknown project name', async () => {
    const stage = setStage();
    const { 'project-id': _, ...credentials } = stage.withAccount;
    const message = await failure(stage, { ...credentials, ...cluster, 'project-name': 'Shop' });
    expect(message).toMatch(/GROUP_NAME_NOT_FOUND.* Check project-name/);
  });

  it('missing rights: the role that the operation needs', async () => {
    const stage = setStage({ roles: ['Project Read Only'] });
    const message = await failure(stage, { ...stage.withAccount, ...cluster });
    expect(message).toMatch(/401 USER_UNAUTHORIZED.*needs the role «Project Backup Creator»/);
  });

  it('the API access list: the address, and where to add it', async () => {
    const stage = setStage();
    const account = stage.atlas.seedServiceAccount({
      project: stage.project,
      roles: ['Project Owner'],
      ipAccessList: ['198.51.100.7'],
    });
    const inputs = { ...stage.withAccount, 'client-id': account.clientId, 'client-secret': account.secret };
    const message = await failure(stage, { ...inputs, ...cluster });
    expect(message).toMatch(
      /403 IP_ADDRESS_NOT_ON_ACCESS_LIST.* not the project's network access list\. Add 203\.0\.113\.9 to it in Atlas/,
    );
  });

  it.each([
    ['withAccount', 'client-secret', /401 invalid_client.*Check client-id and client-secret/],
    ['withKey', 'private-key', /401.*Atlas does not accept the credentials/],
  ] as const)('wrong credentials, without trying again and again: %s', async (kind, secret, expected) => {
    const stage = setStage();
    expect(await failure(stage, { ...stage[kind], [secret]: 'wrong', ...cluster })).toMatch(expected);
    expect(stage.atlas.requests.length).toBeLessThanOrEqual(2);
  });
});
