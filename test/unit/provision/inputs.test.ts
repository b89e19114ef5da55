import { describe, expect, it } from 'vitest';
import { setStage } from '../../support/stage.ts';

const named = { 'cluster-name': 'shop', tier: 'M10', region: 'US_EAST_1' };

const errorOf = ({ annotations }: { annotations: readonly { level: string; message: string }[] }) =>
  annotations.find(({ level }) => level === 'error')?.message;

const noticesOf = ({ annotations }: { annotations: readonly { level: string; message: string }[] }) =>
  annotations.filter(({ level }) => level === 'notice').map(({ message }) => message);

describe('a flat input is read as the same key of a spec', () => {
  it('a version, a region and a provider that are written as GitHub or the cloud writes them', async () => {
    const stage = setStage();
    const inputs = { ...named, 'mongodb-version': '8', region: 'us-east-1', provider: 'aws', tier: 'm10' };
    const door = await stage.run('provision', { ...stage.withAccount, ...inputs, 'dry-run': 'true' });
    expect(door.annotations).toEqual([]);
    const fields = JSON.parse(door.outputs.plan ?? '').steps.flatMap(({ changes }: { changes: object[] }) => changes);
    expect(fields).toContainEqual(expect.objectContaining({ field: 'mongodb-version', to: '8.0' }));
    expect(JSON.stringify(fields)).toContain('US_EAST_1');
  });

  it('a version without quotes in a spec, too', async () => {
    const stage = setStage();
    const config = 'clusters: [{ name: shop, tier: M10, region: US_EAST_1, mongodb-version: 8 }]';
    const door = await stage.run('provision', { ...stage.withAccount, config, 'dry-run': 'true' });
    expect(door.annotations).toEqual([]);
    expect(door.outputs.plan).toContain('"8.0"');
  });

  it('what does not match is shown, with what Atlas would call it', async () => {
    const stage = setStage();
    const inputs = { ...named, region: 'eu west 1', provider: 'amazon' };
    const door = await stage.run('provision', { ...stage.withAccount, ...inputs });
    expect(errorOf(door)).toContain(
      'region: "eu west 1" is not a region as Atlas spells it, such as US_EAST_1; Atlas spells it EU_WEST_1',
    );
    expect(errorOf(door)).toContain('provider: "amazon" is not AWS, GCP or AZURE');
    expect(stage.atlas.requests).toEqual([]);
  });
});

describe('a name that means another place in a path is refused before any request', () => {
  it.each([
    ['provision', { ...named, username: '..' }, 'username: ".." is not a user name'],
    ['provision', { ...named, 'project-id': '', 'project-name': '..' }, 'project-name: ".." is not a project name'],
    ['provision', { ...named, 'project-id': '', 'project-name': '.' }, 'project-name: "." is not a project name'],
    ['provision', { ...named, 'cluster-name': '..' }, 'cluster-name: ".." is not a cluster name'],
    ['provision', { ...named, tags: '__proto__=x' }, 'tags: "__proto__" is not allowed as a key'],
    ['provision', { config: 'users: [{ username: .., roles: [read@x] }]' }, 'username ".." is not a user name'],
    ['provision', { config: 'users: [{ username: "a\\0b", roles: [read@x] }]' }, 'is not a user name: one line'],
    ['provision', { 'project-id': '', config: 'project: { name: .. }' }, 'project.name ".." is not a project name'],
    [
      'connect',
      { 'cluster-name': 'orders', username: '..', password: 'long enough 1' },
      'username: ".." is not one line',
    ],
    ['teardown', { 'cluster-name': '..', confirm: '..' }, 'cluster-name: ".." is not a cluster name'],
    ['snapshot', { 'cluster-name': 'a/../b' }, 'cluster-name: "a/../b" is not a cluster name'],
    ['snapshot', { 'cluster-name': '%2e%2e' }, 'cluster-name: "%2e%2e" is not a cluster name'],
    ['snapshot', { 'cluster-name': 'a?b#c' }, 'cluster-name: "a?b#c" is not a cluster name'],
  ])('%s %j', async (action, inputs, message) => {
    const stage = setStage();
    const door = await stage.run(action, { ...stage.withAccount, ...inputs });
    expect(errorOf(door)).toContain(message);
    expect(stage.atlas.requests).toEqual([]);
  });

  it.each(['%2e%2e', 'a?b#c', 'a%2Fb', '...', 'a..b'])(
    'a user called %s is asked for by exactly that name',
    async (username) => {
      const stage = setStage();
      const door = await stage.run('provision', { ...stage.withAccount, 'cluster-name': 'orders', username });
      expect(door.annotations).toEqual([]);
      expect(stage.atlas.state.databaseUsers.map((user) => user.username)).toEqual([username]);
    },
  );
});

describe('a given password', () => {
  const withPassword = (password: string) => ({ 'cluster-name': 'orders', username: 'app', password });

  it.each(['tab\there 1', 'line\nbreak 1', 'bell\u0007 bell 1', 'next\u0085line 1'])(
    'that holds a control character is refused before any request: %j',
    async (password) => {
      const stage = setStage();
      for (const action of ['provision', 'connect']) {
        const door = await stage.run(action, { ...stage.withAccount, ...withPassword(password) });
        expect(errorOf(door)).toContain('password holds a control character');
      }
      const config = `users: [{ username: app, roles: [read@x], password: ${JSON.stringify(password)} }]`;
      const door = await stage.run('provision', { ...stage.withAccount, config });
      expect(errorOf(door)).toContain('users[0].password holds a control character');
      expect(stage.atlas.requests).toEqual([]);
    },
  );

  it.each([
    'horse \u{1f40e} horse',
    'a\u00a0hard space',
    'soft\u00adhyphen',
    '\u05d0\u05d1mixed up',
    'new \u20bf coin',
    '\ue000 private',
  ])('that some drivers do not take is set with a notice: %j', async (password) => {
    const stage = setStage();
    const made = await stage.run('provision', { ...stage.withAccount, ...withPassword(password) });
    const connected = await stage.run('connect', { ...stage.withAccount, ...withPassword(password) });
    for (const door of [made, connected]) {
      expect(door.failed()).toBe(false);
      expect(noticesOf(door).join()).toContain('some drivers do not log in with it');
    }
    expect(stage.atlas.passwordIs('app', password)).toBe(true);
  });

  it.each([
    'plain ASCII !"$%&/()=?',
    'Gr\u00fc\u00dfe aus K\u00f6ln',
    '\u65e5\u672c\u8a9e\u306e\u6587\u65e5\u672c\u8a9e',
    '\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7',
  ])('that every driver takes needs no notice: %j', async (password) => {
    const stage = setStage();
    const door = await stage.run('provision', { ...stage.withAccount, ...withPassword(password) });
    expect(door.annotations).toEqual([]);
  });
});

describe('all that is wrong is told in one message', () => {
  it('of a spec beside wrong inputs', async () => {
    const stage = setStage();
    const config = 'clusters: [{ name: shop, teir: M10 }]\nusers: [{ username: app, roles: [x y] }]';
    const inputs = { ...stage.withAccount, config, 'project-id': 'nonsense', wait: 'perhaps', username: 'app' };
    const message = errorOf(await stage.run('provision', inputs));
    expect(message).toContain('The inputs have 5 problems:');
    expect(message).toContain('- project-id: "nonsense" is not a project id');
    expect(message).toContain('- wait: "perhaps"');
    expect(message).toContain('- config and username are both given');
    expect(message).toContain('- config:1:26: clusters[0].teir is not a known key; did you mean "tier"?');
    expect(message).toContain('users[0].roles[0] "x y" is not a role');
    expect(stage.atlas.requests).toEqual([]);
  });

  it('of flat inputs beside wrong ones, without the echo of what is wrong', async () => {
    const stage = setStage();
    const inputs = {
      ...stage.withAccount,
      'cluster-name': 'a b',
      tier: 'FLEX',
      'point-in-time': 'true',
      tags: 'a=1, a=2',
      'disk-size-gb': '5',
    };
    const message = errorOf(await stage.run('provision', inputs));
    expect(message?.split('\n').slice(1)).toEqual([
      expect.stringContaining('- cluster-name: "a b" is not a cluster name'),
      '- disk-size-gb: "5" is not a whole number from 10 to 65536',
      '- tags has a key twice',
      expect.stringContaining('- point-in-time does not go with FLEX'),
    ]);
  });

  it('of entries and the address beside wrong inputs', async () => {
    const stage = setStage();
    const inputs = {
      ...stage.withAccount,
      entries: '192.0.2.300\n0.0.0.0/0',
      'runner-ip': 'true',
      ip: '10.1.2.3',
      wait: 'no!',
    };
    const message = errorOf(await stage.run('sync-network-access', inputs));
    expect(message?.split('\n')).toEqual([
      'The inputs have 4 problems:',
      expect.stringContaining('- wait: "no!"'),
      expect.stringContaining('- entries:1: "192.0.2.300" is not an IP address'),
      expect.stringContaining('- entries:2: 0.0.0.0/0 lets the whole internet in'),
      expect.stringContaining('- ip: 10.1.2.3 is a private address'),
    ]);
    expect(stage.atlas.requests).toEqual([]);
  });

  it.each(['connect', 'teardown'])('of a missing name beside wrong inputs: %s', async (action) => {
    const stage = setStage();
    const message = errorOf(await stage.run(action, { ...stage.withAccount, wait: 'no!' }));
    expect(message).toContain('- wait: "no!"');
    expect(message).toContain('- environment or cluster-name is required');
  });
});

describe('a spec that cannot be read is refused with the cause', () => {
  it.each([
    ['in UTF-16', '\ufffd\ufffdc\0l\0u\0s\0', 'config.yml: is UTF-16, or no text at all; save it as UTF-8'],
    [
      'that names what nothing defines',
      'clusters: [{ name: shop, tier: *size }]',
      'config.yml:1:32: clusters[0].tier refers with * to what no & names before',
    ],
    [
      'that is indented with a tab',
      'clusters:\n  - name: shop\n\ttier: M10',
      'config.yml:3:1: is not valid YAML: the line is indented with a tab; YAML wants spaces',
    ],
  ])('one %s', async (_, text, message) => {
    const stage = setStage();
    const door = await stage.run(
      'provision',
      { ...stage.withAccount, config: 'config.yml' },
      { files: { 'config.yml': text } },
    );
    expect(errorOf(door)).toBe(message);
  });

  it.each([
    'mongodb_atlas_client_secret',
    'MONGODB_ATLAS_PRIVATE_API_KEY',
    'HTTPS_PROXY',
    'https_proxy',
    'All_Proxy',
    'github_token',
    'Input_password',
  ])('one that uses the private variable %s', async (name) => {
    const stage = setStage();
    const config = `clusters: [{ name: shop, tier: M10, tags: { proxy: "\${${name}}" } }]`;
    const door = await stage.run(
      'provision',
      { ...stage.withAccount, config },
      { variables: { [name]: 'http://user:a-secret-of-9@proxy.example' } },
    );
    expect(errorOf(door)).toContain(`must not use the environment variable ${name}`);
    expect(JSON.stringify([door.told, door.outputs])).not.toContain('a-secret-of-9');
  });
});
