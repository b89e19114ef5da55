import { describe, expect, it } from 'vitest';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { HOUR } from '../../support/seed-environment.ts';
import { named, reasons, type SweepStage, setSweepStage, writes } from './stage.ts';

const password = 'a password of the test';
const organization = 'Acme';

/** A project that provision made for an environment, a hundred hours ago. */
function seedProject(stage: SweepStage, name = 'previews', environment = 'pr-7', expiresIn?: number) {
  const end = expiresIn === undefined ? {} : { expiresIn: expiresIn + 100 };
  const project = stage.atlas.seedProject({ name, tags: stage.tagsOf(environment, end) });
  stage.time.advance(100 * HOUR);
  return project;
}

const projects = ({ atlas }: SweepStage) => atlas.state.projects.map(({ name }) => name);

describe('a project that was made for an environment', () => {
  it('goes when it is empty, with the users and entries that are the repository’s own', async () => {
    const stage = setSweepStage();
    const project = seedProject(stage);
    const description = writeMark({ repository: 'acme/shop', name: 'gone' }, { room: 100 });
    stage.atlas.seedDatabaseUser({ project, username: 'left-behind', password, description });
    const door = await stage.sweep({ organization });
    expect([door.annotations, named(door, 'deleted'), named(door, 'kept')]).toEqual([[], ['project previews'], []]);
    expect(projects(stage)).toEqual(['shop']);
  });

  it('stays until its clusters are gone: one run begins, the next one ends it', async () => {
    const stage = setSweepStage();
    const project = seedProject(stage);
    stage.seedEnvironment('pr-7', { project });
    const first = await stage.sweep({ organization });
    expect(named(first, 'deleted')).toEqual(['access-list-entry 198.51.100.7', 'user pr-7', 'cluster pr-7']);
    expect(reasons(first, 'kept')).toEqual(['expired at 2026-11-21T10:00:00Z, but its clusters have to be gone first']);
    const tooEarly = await stage.sweep({ organization });
    expect([named(tooEarly, 'deleted'), named(tooEarly, 'kept')]).toEqual([[], ['project previews']]);
    stage.time.advance(HOUR);
    expect(named(await stage.sweep({ organization }), 'deleted')).toEqual(['project previews']);
  });

  it('goes in the same run with wait: true, though Atlas lags; a dry run says so', async () => {
    const stage = setSweepStage();
    const project = seedProject(stage);
    stage.seedEnvironment('pr-7', { project, tier: 'M10' });
    const plan = await stage.sweep({ organization, wait: 'true', 'dry-run': 'true' });
    const door = await stage.sweep({ organization, wait: 'true' });
    expect([door.annotations, named(door, 'deleted')]).toEqual([[], named(plan, 'deleted')]);
    expect(named(door, 'deleted').at(-1)).toBe('project previews');
    expect([named(door, 'kept'), projects(stage)]).toEqual([[], ['shop']]);
  });

  it('stays while it holds a protected cluster of the environment', async () => {
    const stage = setSweepStage();
    const project = seedProject(stage);
    stage.seedEnvironment('pr-7', { project, tier: 'M10', isProtected: true });
    const door = await stage.sweep({ organization, wait: 'true' });
    expect([named(door, 'deleted'), named(door, 'kept')]).toEqual([[], ['cluster pr-7', 'project previews']]);
    expect(reasons(door, 'kept').at(-1)).toMatch(/but it still has "pr-7"$/);
  });

  it('is not waited for where nothing is on its way out', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7', { expiresIn: 3 });
    await stage.sweep({ organization, wait: 'true' });
    expect(stage.calls()).toHaveLength(6);
  });

  it('stays where Atlas lags and nobody waits', async () => {
    const stage = setSweepStage();
    const project = seedProject(stage);
    project.closableAt = stage.time.now() + HOUR;
    const door = await stage.sweep({ organization });
    expect(reasons(door, 'kept')).toEqual([expect.stringMatching(/Atlas lags .*the next run deletes it$/)]);
    expect(door.failed()).toBe(false);
  });

  it.each<[string, (stage: SweepStage, project: ReturnType<typeof seedProject>) => void, RegExp]>([
    ['a cluster of somebody else', ({ atlas }, project) => atlas.seedCluster({ project, name: 'guest' }), /"guest"/],
    [
      'another living environment',
      (stage, project) => stage.seedEnvironment('pr-8', { project, expiresIn: 3 }),
      /"pr-8"/,
    ],
    [
      'a user of somebody else',
      ({ atlas }, project) => atlas.seedDatabaseUser({ project, username: 'human', password }),
      /user "human"/,
    ],
    [
      'an entry of somebody else',
      ({ atlas }, project) => atlas.seedAccessEntry({ project, entry: '203.0.113.9' }),
      /entry 203\.0\.113\.9/,
    ],
    [
      'a user of another repository',
      ({ atlas }, project) => {
        const description = writeMark({ repository: 'acme/other', name: 'pr-7' }, { room: 100 });
        atlas.seedDatabaseUser({ project, username: 'theirs', password, description });
      },
      /user "theirs"/,
    ],
    [
      'the backups of a cluster that is gone',
      ({ atlas, time }, project) => {
        const cluster = atlas.seedCluster({ project, name: 'old', backupEnabled: true });
        Object.assign(cluster, { goneAt: time.now() - 1, retainsBackups: true });
      },
      /the backups of old/,
    ],
  ])('stays while there is %s', async (_, add, why) => {
    const stage = setSweepStage();
    add(stage, seedProject(stage));
    const door = await stage.sweep({ organization });
    expect([named(door, 'deleted'), projects(stage)]).toEqual([[], ['shop', 'previews']]);
    expect(reasons(door, 'kept').at(-1)).toMatch(why);
  });

  it('stays with retain-backups, which Atlas is told', async () => {
    const stage = setSweepStage();
    const project = seedProject(stage);
    stage.seedEnvironment('pr-7', { project, tier: 'M10' });
    const door = await stage.sweep({ organization, 'retain-backups': 'true', wait: 'true' });
    expect([projects(stage), reasons(door, 'kept')]).toEqual([
      ['shop', 'previews'],
      [expect.stringMatching(/retain-backups is true/)],
    ]);
    expect(stage.atlas.requests.some(({ path }) => path.includes('retainBackups=true'))).toBe(true);
  });

  it('stays where somebody has put into it what Atlas does not delete', async () => {
    const stage = setSweepStage();
    seedProject(stage);
    stage.atlas.faults.add({
      kind: 'error',
      match: { method: 'DELETE' },
      status: 409,
      errorCode: 'CANNOT_CLOSE_GROUP_ACTIVE_PEERING_CONNECTIONS',
    });
    const door = await stage.sweep({ organization });
    expect([named(door, 'kept'), door.failed()]).toEqual([['project previews'], false]);
  });

  it('stays before its time, and while it is young', async () => {
    const stage = setSweepStage();
    seedProject(stage, 'later', 'pr-7', 5);
    stage.atlas.seedProject({ name: 'young', tags: stage.tagsOf('pr-9') });
    const door = await stage.sweep({ organization });
    expect([named(door, 'deleted'), named(door, 'kept')]).toEqual([[], ['project later', 'project young']]);
  });

  it('goes when its pull request is closed', async () => {
    const stage = setSweepStage();
    stage.github.seedPullRequest(stage.shop, { number: 7, state: 'closed' });
    seedProject(stage, 'previews', 'pr-7', 500);
    expect(named(await stage.sweep({ organization, ...stage.withToken }), 'deleted')).toEqual(['project previews']);
  });
});

describe('any other project stays', () => {
  it.each([
    ['that another tool made, though only environments are in it', []],
    [
      'that carries the repository’s tag alone',
      [
        { key: 'gha-repository', value: 'acme;shop' },
        { key: 'gha-expires-at', value: '20200101T000000Z' },
      ],
    ],
    [
      'of another repository',
      [
        { key: 'gha-repository', value: 'acme;other' },
        { key: 'gha-environment', value: 'pr-7' },
        { key: 'gha-expires-at', value: '20200101T000000Z' },
      ],
    ],
  ])('one %s', async (_, tags) => {
    const stage = setSweepStage();
    const project = stage.atlas.seedProject({ name: 'theirs', tags });
    stage.time.advance(100 * HOUR);
    stage.seedEnvironment('pr-7', { project });
    const door = await stage.sweep({ organization, wait: 'true', 'older-than-hours': '1' });
    expect([named(door, 'deleted').length, named(door, 'kept')]).toEqual([3, []]);
    expect(projects(stage)).toEqual(['shop', 'theirs']);
    expect(writes(stage).filter((call) => /groups\/[0-9a-f]{24} /.test(call))).toEqual([]);
  });
});
