import { describe, expect, it } from 'vitest';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { named, reasons, type SweepStage, setSweepStage } from './stage.ts';

const clusters = (names: readonly string[]) => names.filter((name) => name.startsWith('cluster'));
const password = 'a password of the test';

/** Environments that do not expire soon, one for each pull request. */
function seedPullRequests({ github, shop, seedEnvironment }: SweepStage) {
  github.seedPullRequest(shop, { number: 1, state: 'open' });
  github.seedPullRequest(shop, { number: 2, state: 'closed' });
  github.seedPullRequest(shop, { number: 3, state: 'closed', merged: true });
  github.seedIssue(shop, { number: 4 });
  for (const number of [1, 2, 3, 4, 5])
    seedEnvironment(`pr-${number}`, { expiresIn: 9, address: `198.51.100.${number}` });
}

describe('environments of pull requests', () => {
  it('go when those are closed or merged; what GitHub does not know stays and is reported', async () => {
    const stage = setSweepStage();
    seedPullRequests(stage);
    const door = await stage.sweep(stage.withToken);
    expect(clusters(named(door, 'deleted'))).toEqual(['cluster pr-2', 'cluster pr-3']);
    expect(clusters(named(door, 'kept'))).toEqual(['cluster pr-1', 'cluster pr-4', 'cluster pr-5']);
    expect(reasons(door, 'kept').slice(0, 3)).toEqual([
      'pull request acme/shop#1 is open',
      'GitHub does not know pull request acme/shop#4, or does not show it to this token',
      'GitHub does not know pull request acme/shop#5, or does not show it to this token',
    ]);
    expect(door.failed()).toBe(false);
  });

  it('are asked about again just before each deletion: one that was reopened meanwhile stays', async () => {
    const stage = setSweepStage();
    for (const number of [7, 8]) stage.github.seedPullRequest(stage.shop, { number, state: 'closed' });
    stage.seedEnvironment('pr-7', { expiresIn: 9, address: '198.51.100.7' });
    stage.seedEnvironment('pr-8', { expiresIn: 9, address: '198.51.100.8' });
    const reopening: typeof fetch = (input, init) => {
      if (init?.method === 'DELETE' && String(input).endsWith('/flexClusters/pr-7')) {
        stage.time.advance(6_000);
        stage.github.seedPullRequest(stage.shop, { number: 8, state: 'open' });
      }
      return stage.world(input, init);
    };
    const door = await stage.sweep(stage.withToken, { fetch: reopening });
    expect(clusters(named(door, 'deleted'))).toEqual(['cluster pr-7']);
    expect([named(door, 'kept'), reasons(door, 'kept')]).toEqual([
      ['cluster pr-8'],
      ['pull request acme/shop#8 is open'],
    ]);
    expect(stage.atlas.databaseUser('pr-8')).toBeDefined();
  });

  it('stay where GitHub cannot be asked again', async () => {
    const stage = setSweepStage();
    for (const number of [7, 8]) stage.github.seedPullRequest(stage.shop, { number, state: 'closed' });
    stage.seedEnvironment('pr-7', { expiresIn: 9, address: '198.51.100.7' });
    stage.seedEnvironment('pr-8', { expiresIn: 9, address: '198.51.100.8' });
    let isDown = false;
    const failing: typeof fetch = (input, init) => {
      if (init?.method === 'DELETE' && String(input).endsWith('/flexClusters/pr-7')) {
        stage.time.advance(6_000);
        isDown = true;
      }
      if (isDown && String(input).includes('/pulls/')) return Promise.resolve(new Response('{}', { status: 404 }));
      return stage.world(input, init);
    };
    const door = await stage.sweep(stage.withToken, { fetch: failing });
    expect(clusters(named(door, 'deleted'))).toEqual(['cluster pr-7']);
    expect(reasons(door, 'kept')).toEqual([expect.stringMatching(/^GitHub does not know pull request acme\/shop#8/)]);
  });

  it('are none of its business where the author has not asked for it', async () => {
    const stage = setSweepStage();
    seedPullRequests(stage);
    const door = await stage.sweep();
    expect([named(door, 'deleted'), stage.github.requests]).toEqual([[], []]);
  });

  it('are asked about once each, whatever is in how many projects, and not at all where the expiry says enough', async () => {
    const stage = setSweepStage();
    seedPullRequests(stage);
    const second = stage.atlas.seedProject({ name: 'second' });
    stage.seedEnvironment('pr-1', { project: second, expiresIn: 9, repository: 'Acme/Shop' });
    stage.seedEnvironment('pr-6', { project: second, cluster: 'expired' });
    await stage.sweep({ ...stage.withToken, organization: 'Acme' });
    expect(stage.github.requests.map(({ path }) => path.replace(/^.*pulls\//, '')).sort()).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });

  it.each(['pr-007', 'pr-0', 'PR-2', 'pr-2x', 'pr-', 'pr--2', 'x-pr-2', 'pr-12345678901'])(
    '%s is no pull request’s',
    async (name) => {
      const stage = setSweepStage();
      stage.github.seedPullRequest(stage.shop, { number: 2, state: 'closed' });
      stage.github.seedPullRequest(stage.shop, { number: 7, state: 'closed' });
      stage.seedEnvironment(name, { expiresIn: 9, cluster: 'preview' });
      const door = await stage.sweep(stage.withToken);
      expect([named(door, 'deleted'), stage.github.requests]).toEqual([[], []]);
    },
  );

  it('of another repository are asked for there, never in the own one', async () => {
    const stage = setSweepStage();
    const web = stage.github.seedRepository({ name: 'acme/web', isPrivate: false });
    stage.github.seedRepository({ name: 'acme/hidden' });
    stage.github.seedPullRequest(stage.shop, { number: 2, state: 'closed' });
    stage.github.seedPullRequest(web, { number: 2, state: 'open' });
    stage.seedEnvironment('pr-2', { repository: 'acme/web', expiresIn: 9, cluster: 'web' });
    stage.seedEnvironment('pr-2', {
      repository: 'acme/hidden',
      expiresIn: 9,
      cluster: 'hidden',
      address: '198.51.100.8',
    });
    const door = await stage.sweep({ ...stage.withToken, repositories: 'acme/*' });
    expect([named(door, 'deleted'), clusters(named(door, 'kept'))]).toEqual([[], ['cluster web', 'cluster hidden']]);
  });

  it('stay where GitHub cannot be asked, and the step is red; a token without the right is not tried for all', async () => {
    const stage = setSweepStage();
    seedPullRequests(stage);
    stage.seedEnvironment('branch', { address: '198.51.100.9' });
    const token = stage.github.seedJobToken(stage.shop, { contents: 'read' });
    const door = await stage.sweep({ ...stage.withToken, 'github-token': token });
    expect(named(door, 'failed')).toEqual([
      'pull-request acme/shop#1',
      'pull-request acme/shop#2',
      'pull-request acme/shop#3',
    ]);
    expect(door.annotations[0]?.message).toContain('`pull-requests: read`');
    expect(clusters(named(door, 'kept'))).toHaveLength(5);
    expect(clusters(named(door, 'deleted'))).toEqual(['cluster branch']);
    expect(stage.github.requests).toHaveLength(3);
  });
});

describe('what an environment has left behind, its clusters gone', () => {
  const leave = (stage: SweepStage, name: string, more: { room?: number; deleteAfter?: string } = {}) => {
    const { room = 100, ...end } = more;
    const description = writeMark({ repository: 'acme/shop', name }, { room });
    stage.atlas.seedDatabaseUser({ username: name, password, description, scopes: [name], ...end });
  };

  it('goes when its pull request is closed, which its mark tells', async () => {
    const stage = setSweepStage();
    stage.github.seedPullRequest(stage.shop, { number: 2, state: 'closed' });
    leave(stage, 'pr-2');
    leave(stage, 'pr-22', { room: 26 });
    const door = await stage.sweep(stage.withToken);
    expect([named(door, 'deleted'), named(door, 'kept')]).toEqual([['user pr-2'], []]);
    expect(reasons(door, 'deleted')).toEqual(['pull request acme/shop#2 is closed']);
  });

  it('stays where nothing says that it is over, and is reported unless it ends by itself', async () => {
    const stage = setSweepStage();
    leave(stage, 'branch');
    leave(stage, 'ends', { deleteAfter: '2026-11-25' });
    const door = await stage.sweep(stage.withToken);
    expect([named(door, 'deleted'), named(door, 'kept')]).toEqual([[], ['user branch']]);
    expect(reasons(door, 'kept')).toEqual(['environment branch has no cluster here, and nothing says when it ends']);
  });

  it('is not spoken of while a cluster that shows no tags any more is going', async () => {
    const stage = setSweepStage();
    leave(stage, 'branch');
    stage.atlas.seedCluster({ name: 'branch', state: 'DELETING', tags: stage.tagsOf('branch') });
    const door = await stage.sweep();
    expect([named(door, 'deleted'), named(door, 'kept')]).toEqual([[], []]);
  });

  it('is found in an organization, too, by a cluster that is going', async () => {
    const stage = setSweepStage();
    stage.github.seedPullRequest(stage.shop, { number: 2, state: 'closed' });
    leave(stage, 'pr-2');
    const inputs = { organization: 'Acme', ...stage.withToken };
    expect(named(await stage.sweep(inputs), 'deleted')).toEqual([]);
    stage.atlas.seedCluster({ name: 'pr-2', state: 'DELETING' });
    expect(named(await stage.sweep(inputs), 'deleted')).toEqual(['user pr-2']);
  });

  it('is looked at a second time first: its cluster may just have been made', async () => {
    const stage = setSweepStage();
    stage.github.seedPullRequest(stage.shop, { number: 2, state: 'closed' });
    leave(stage, 'pr-2');
    let looks = 0;
    const late: typeof fetch = (input, init) => {
      if (String(input).includes('/flexClusters?') && ++looks === 2)
        stage.seedEnvironment('pr-2', { age: 0, expiresIn: 72, cluster: 'new' });
      return stage.world(input, init);
    };
    const door = await stage.sweep(stage.withToken, { fetch: late });
    expect([named(door, 'deleted'), clusters(named(door, 'kept'))]).toEqual([[], ['cluster new']]);
    expect(stage.atlas.databaseUser('pr-2')).toBeDefined();
  });
});
