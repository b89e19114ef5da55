import { ConnectionString } from 'mongodb-connection-string-url';
import { describe, expect, it } from 'vitest';
import { clusterNameOf } from '../../../src/environment/environment.ts';
import { findLeaks } from '../../support/runner/leaks.ts';
import { runVariables, setStage } from '../../support/stage.ts';

const environment = { environment: 'pr-7', 'password-seed': 'a seed of the test, long enough' };
const name = clusterNameOf({ repository: 'acme/shop', name: 'pr-7' });

describe('a preview environment', () => {
  it('comes into being with its user, and can be used', async () => {
    const stage = setStage();
    const door = await stage.run('provision', { ...stage.withAccount, ...environment, database: 'orders' });
    expect(door.annotations).toEqual([]);
    expect(door.outputs).toMatchObject({
      outcome: 'created',
      'cluster-name': name,
      username: name,
      'project-id': stage.project.id,
    });
    const uri = new ConnectionString(door.outputs['connection-string'] ?? '');
    expect([uri.username, uri.pathname, uri.hosts]).toEqual([name, '/orders', [door.outputs.host]]);
    expect(stage.atlas.passwordIs(name, decodeURIComponent(uri.password))).toBe(true);
    const cluster = stage.atlas.state.clusters.find((one) => one.name === name);
    expect(Object.fromEntries((cluster?.settings.tags ?? []).map(({ key, value }) => [key, value]))).toMatchObject({
      'gha-repository': 'acme;shop',
      'gha-environment': 'pr-7',
      'gha-run-id': '4711',
      'gha-expires-at': '20261124T120000Z',
    });
  });

  it('is left as it is by a second run, which computes the same password', async () => {
    const stage = setStage();
    const first = await stage.run('provision', { ...stage.withAccount, ...environment });
    const before = stage.atlas.requests.length;
    const second = await stage.run('provision', { ...stage.withAccount, ...environment });
    expect(second.annotations).toEqual([]);
    expect(second.outputs).toMatchObject({
      outcome: 'unchanged',
      'connection-string': first.outputs['connection-string'],
    });
    const requests = stage.atlas.requests.slice(before).filter(({ leg }) => leg === 'call');
    expect(requests.map(({ method }) => method)).not.toContain('POST');
    expect(requests.length).toBeLessThanOrEqual(4);
  });

  it('is renewed by a run an hour later', async () => {
    const stage = setStage();
    await stage.run('provision', { ...stage.withAccount, ...environment });
    stage.time.advance(3_600_000);
    const door = await stage.run('provision', { ...stage.withAccount, ...environment });
    expect(door.annotations).toEqual([]);
    expect(door.outputs.outcome).toBe('updated');
    expect(Date.parse(door.outputs['expires-at'] ?? '')).toBeGreaterThan(Date.parse('2026-11-24T12:59:00Z'));
  });

  it.each(['M0', 'FLEX', 'M10'])('is there in tier %s', async (tier) => {
    const stage = setStage();
    stage.atlas.state.durations.clusterCreate = 500;
    const door = await stage.run('provision', { ...stage.withAccount, ...environment, tier });
    expect(door.annotations).toEqual([]);
    expect(door.outputs.outcome).toBe('created');
    expect(door.outputs['connection-string']).toMatch(/^mongodb\+srv:\/\//);
  });

  it('is only planned in a dry run', async () => {
    const stage = setStage();
    const door = await stage.run('provision', { ...stage.withAccount, ...environment, 'dry-run': 'true' });
    expect(door.outputs.outcome).toBe('planned');
    expect(JSON.parse(door.outputs.plan ?? '').steps).toMatchObject([
      { kind: 'project' },
      { kind: 'cluster', action: 'create' },
      { kind: 'user', action: 'create' },
    ]);
    expect(stage.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
  });

  it('follows from the pull request where nobody names one', async () => {
    const stage = setStage();
    const variables = { ...runVariables(), GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: '/event.json' };
    const files = {
      '/event.json': JSON.stringify({ pull_request: { number: 7, head: { repo: { full_name: 'acme/shop' } } } }),
    };
    const door = await stage.run(
      'provision',
      { ...stage.withAccount, 'password-seed': environment['password-seed'] },
      { variables, files },
    );
    expect(door.outputs['cluster-name']).toBe(name);
  });

  it('shows no secret anywhere but in masked outputs', async () => {
    const stage = setStage();
    const door = await stage.run('provision', { ...stage.withAccount, ...environment });
    const shown = {
      lines: door.lines.join('\n'),
      summary: door.summaries.join(),
      plan: door.outputs.plan ?? '',
      annotations: JSON.stringify(door.annotations),
    };
    const secrets = {
      password: door.outputs.password ?? '',
      seed: environment['password-seed'],
      secret: stage.account.secret,
    };
    expect(findLeaks(shown, secrets)).toEqual([]);
    for (const output of ['connection-string', 'connection-string-standard', 'password', 'connection-strings']) {
      const value = door.outputs[output] ?? '';
      expect(door.events.indexOf(`mask ${value}`)).toBeGreaterThanOrEqual(0);
      expect(door.events.indexOf(`mask ${value}`)).toBeLessThan(door.events.indexOf(`output ${output}=${value}`));
    }
  });
});

describe('what stands in the way', () => {
  it('a cluster of that name that is not ours is not touched', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({ name });
    const door = await stage.run('provision', { ...stage.withAccount, ...environment });
    expect(door.annotations[0]?.message).toMatch(/was not made by this suite/);
    expect(stage.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
  });

  it('an unknown project is told with those that are known', async () => {
    const stage = setStage();
    const door = await stage.run('provision', { ...stage.withAccount, ...environment, 'project-id': '5f'.repeat(12) });
    expect(door.annotations[0]?.message).toContain('These credentials see 1 project');
  });

  it('an existing user whose password nobody knows keeps it: another one is made for a day', async () => {
    const stage = setStage();
    await stage.run('provision', { ...stage.withAccount, environment: 'pr-7' });
    const second = await stage.run('provision', { ...stage.withAccount, environment: 'pr-7' });
    expect(second.annotations).toEqual([]);
    expect(second.outputs.username).toMatch(new RegExp(`^${name}-[0-9a-f]{6}$`));
    expect(stage.atlas.passwordIs(second.outputs.username ?? '', second.outputs.password ?? '')).toBe(true);
  });
});

describe('the spec', () => {
  const config = `
clusters:
  - name: orders-db
    tier: M10
    region: EU_WEST_1
    backup: true
users:
  - username: app
    roles: [readWrite@orders]
    password: \${APP_PASSWORD}
    clusters: [orders-db]
network-access:
  - { address: 198.51.100.0/24, comment: office }
`;
  const variables = { ...runVariables(), APP_PASSWORD: 'p@ss word/1234' };

  it('makes all that it names, and a second run changes nothing but the given password, which it sets', async () => {
    const stage = setStage();
    const first = await stage.run('provision', { ...stage.withAccount, config }, { variables });
    expect(first.annotations).toEqual([]);
    expect(first.outputs).toMatchObject({ outcome: 'created', 'cluster-name': 'orders-db', username: 'app' });
    expect(decodeURIComponent(new ConnectionString(first.outputs['connection-string'] ?? '').password)).toBe(
      'p@ss word/1234',
    );
    expect(first.masks).toContain('p@ss word/1234');
    const before = stage.calls().length;
    const second = await stage.run('provision', { ...stage.withAccount, config }, { variables });
    expect(second.outputs.outcome).toBe('updated');
    expect(
      stage
        .calls()
        .slice(before)
        .filter((call) => !call.startsWith('GET')),
    ).toEqual(['PATCH /databaseUsers/admin/app 200']);
    // Cluster, user, access list, and whether the entry is active, before and after; the rest waits for the roll-out.
    const others = stage
      .calls()
      .slice(before)
      .filter((call) => !call.endsWith('/status 200') || call.includes('accessList'));
    expect(others.length).toBeLessThanOrEqual(9);
  });

  it('is read from a file of the workspace', async () => {
    const stage = setStage();
    const door = await stage.run(
      'provision',
      { ...stage.withAccount, config: 'atlas.yml', 'dry-run': 'true' },
      { variables, files: { 'atlas.yml': config } },
    );
    expect(door.outputs.outcome).toBe('planned');
  });

  it('is told with line and column where it is wrong, before any request', async () => {
    const stage = setStage();
    const door = await stage.run(
      'provision',
      { ...stage.withAccount, config: config.replace('tier:', 'teir:') },
      { variables },
    );
    expect(door.annotations[0]?.message).toMatch(
      /config:3:5: clusters\[0\]\.teir is not a known key; did you mean "tier"\?/,
    );
    expect(stage.atlas.requests).toEqual([]);
  });

  it('creates a project of its own, and adopts it in the next run', async () => {
    const stage = setStage();
    const owner = stage.atlas.seedServiceAccount({ roles: ['Organization Owner'] });
    const inputs = {
      'client-id': owner.clientId,
      'client-secret': owner.secret,
      'project-name': 'previews',
      ...environment,
    };
    const first = await stage.run('provision', inputs);
    expect(first.annotations).toEqual([
      { level: 'warning', message: expect.stringContaining('is empty: nobody can connect') },
    ]);
    const second = await stage.run('provision', inputs);
    expect(second.annotations).toEqual([]);
    expect(second.outputs).toMatchObject({
      outcome: 'unchanged',
      'project-id': first.outputs['project-id'],
      'connection-string': first.outputs['connection-string'],
    });
  });
});
