import { describe, expect, it } from 'vitest';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { runVariables } from '../../support/stage.ts';
import { named, reasons, setSweepStage, writes } from './stage.ts';

const password = 'a password of the test';
const gone = 'gha-expires-at';

describe('what is not this repository’s is not even spoken of', () => {
  it.each(['acme/shop2', 'acme/sho', 'acme/shop-', 'acme/shop.git', 'acme2/shop', 'someone/shop', 'other/acme-shop'])(
    'the environments of %s',
    async (repository) => {
      const stage = setSweepStage();
      stage.seedEnvironment('pr-7', { repository });
      const door = await stage.sweep({ 'older-than-hours': '1' });
      expect([named(door, 'deleted'), named(door, 'kept'), door.annotations]).toEqual([[], [], []]);
      expect(writes(stage)).toEqual([]);
    },
  );

  it.each([
    ['without tags', []],
    ['with an expiry only', [{ key: gone, value: '20200101T000000Z' }]],
    ['with an environment but no repository', [{ key: 'gha-environment', value: 'pr-7' }]],
    ['made by this repository outside of any environment', [{ key: 'gha-repository', value: 'acme;shop' }]],
    [
      'whose tags only look alike',
      [
        { key: 'GHA-Repository', value: 'acme;shop' },
        { key: 'gha-environment ', value: 'x' },
      ],
    ],
    [
      'with a repository that is none',
      [
        { key: 'gha-repository', value: 'acme;shop;pr' },
        { key: 'gha-environment', value: 'pr-7' },
      ],
    ],
    [
      'with a repository that leads elsewhere',
      [
        { key: 'gha-repository', value: 'acme;..' },
        { key: 'gha-environment', value: 'pr-7' },
      ],
    ],
    [
      'with our tags in one',
      [
        { key: 'gha-repository', value: 'acme;shop gha-environment' },
        { key: '__proto__', value: 'x' },
      ],
    ],
  ])('a cluster %s', async (_, tags) => {
    const stage = setSweepStage();
    stage.atlas.seedCluster({ name: 'treasure', tags, createdAt: 0 });
    const door = await stage.sweep({ 'older-than-hours': '1', repositories: 'acme/*' });
    expect([named(door, 'deleted'), named(door, 'kept')]).toEqual([[], []]);
  });

  it('users and entries with marks of others, or none', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7');
    const marks = [
      writeMark({ repository: 'acme/other', name: 'pr-7' }, { room: 100 }),
      writeMark({ repository: 'acme/shop', name: 'pr-77' }, { room: 100 }),
      writeMark({ repository: 'acme/shop' }, { room: 100 }),
      '[gha acme;shop pr-7 00000000]',
      'not [gha acme;shop pr-7] at all',
    ];
    for (const [index, description] of marks.entries()) {
      stage.atlas.seedDatabaseUser({ username: `foreign-${index}`, password, description, deleteAfter: '2026-11-25' });
      stage.atlas.seedAccessEntry({ entry: `203.0.113.${index}`, comment: description, deleteAfter: '2026-11-25' });
    }
    const door = await stage.sweep();
    expect(named(door, 'deleted')).toEqual(['access-list-entry 198.51.100.7', 'user pr-7', 'cluster pr-7']);
  });

  it('clusters on their way out, whose tags are gone', async () => {
    const stage = setSweepStage();
    stage.atlas.seedCluster({ name: 'somebodys', state: 'DELETING', tags: stage.tagsOf('pr-7') });
    const door = await stage.sweep({ 'older-than-hours': '1' });
    expect([named(door, 'deleted'), named(door, 'kept')]).toEqual([[], []]);
  });
});

describe('which repositories', () => {
  const swept = async (inputs: Readonly<Record<string, string>>, repository = 'acme/shop') => {
    const stage = setSweepStage();
    const all = ['acme/shop', 'acme/web', 'Acme/API', 'acme2/web'];
    for (const [index, one] of all.entries())
      stage.seedEnvironment(`of-${index}`, { repository: one, address: `198.51.100.${index}` });
    const door = await stage.sweep(inputs, {
      variables: { ...runVariables(), GITHUB_REPOSITORY: repository },
    });
    return named(door, 'deleted').filter((name) => name.startsWith('cluster'));
  };

  it('is the own one, and no other, unless the author says so', async () => {
    expect(await swept({})).toEqual(['cluster of-0']);
  });

  it('does not depend on capital letters', async () => {
    expect(await swept({}, 'ACME/Shop')).toEqual(['cluster of-0']);
    expect(await swept({ repositories: 'acme/api' })).toEqual(['cluster of-2']);
  });

  it('are exactly those that are named', async () => {
    expect(await swept({ repositories: 'acme/web\nacme/none' })).toEqual(['cluster of-1']);
  });

  it('are all of an owner with a star, and not those of an owner whose name begins alike', async () => {
    expect(await swept({ repositories: 'acme/*' })).toEqual(['cluster of-0', 'cluster of-1', 'cluster of-2']);
  });

  it.each(['*', '*/*', 'acme', 'acme/', 'ac*/shop', 'acme/sh*', 'acme;shop', 'a/b/c'])(
    'cannot be %s',
    async (repositories) => {
      const stage = setSweepStage();
      const door = await stage.sweep({ repositories });
      expect(door.annotations[0]?.message).toContain('is not a repository such as acme/shop, or acme/*');
      expect(stage.atlas.requests).toEqual([]);
    },
  );
});

describe('the inputs', () => {
  it.each([
    [{ 'project-id': '' }, 'project-id (or project-name), or organization is required'],
    [{ organization: 'Acme', 'project-name': 'shop' }, 'project-name and organization are both given'],
    [{ 'closed-pull-requests': 'true', 'github-token': '' }, 'closed-pull-requests needs github-token'],
    [{ 'older-than-hours': '0' }, 'older-than-hours: "0" is not a whole number'],
  ])('%j', async (inputs, problem) => {
    const stage = setSweepStage();
    const place = 'organization' in inputs ? {} : { 'project-id': stage.project.id };
    const door = await stage.run('sweep', { ...stage.withOwner, ...place, ...inputs });
    expect(door.annotations[0]?.message).toContain(problem);
    expect(stage.atlas.requests).toEqual([]);
  });

  it('organization stands above a project from the environment, and no variable widens the sweep', async () => {
    const stage = setSweepStage();
    const other = stage.atlas.seedProject({ name: 'other' });
    stage.seedEnvironment('pr-7', { project: other });
    const variables = {
      ...runVariables(),
      MONGODB_ATLAS_PROJECT_ID: stage.project.id,
      MONGODB_ATLAS_ORG_ID: stage.project.orgId,
    };
    const one = await stage.run('sweep', stage.withOwner, { variables, fetch: stage.world });
    expect([one.annotations, named(one, 'deleted')]).toEqual([[], []]);
    const all = await stage.run(
      'sweep',
      { ...stage.withOwner, organization: 'Acme' },
      { variables, fetch: stage.world },
    );
    expect(named(all, 'deleted')).toHaveLength(3);
  });

  it('an organization that is not there is an error with those that are', async () => {
    const stage = setSweepStage();
    const door = await stage.sweep({ organization: 'Acmee' });
    expect(door.annotations[0]?.message).toMatch(/There is no organization "Acmee"\. .* "Acme" \([0-9a-f]{24}\)/);
  });

  it('a name that no project has is a notice: a sweep may have removed it', async () => {
    const stage = setSweepStage();
    const door = await stage.sweep({ 'project-id': '', 'project-name': 'previews' });
    expect([door.failed(), door.outputs.count]).toEqual([false, '0']);
    const message = expect.stringMatching(/no project "previews" \(any more\).*check project-name/);
    expect(door.annotations).toEqual([{ level: 'notice', message }]);
  });

  it('an id that no project has is an error, which names the projects that there are', async () => {
    const stage = setSweepStage();
    const door = await stage.sweep({ 'project-id': '0123456789abcdef01234567' });
    expect(door.failed()).toBe(true);
    expect(door.annotations.map(({ level }) => level)).toEqual(['error']);
    expect(door.annotations[0]?.message).toMatch(/GROUP_NOT_FOUND[\s\S]*"shop"|"shop"[\s\S]*GROUP_NOT_FOUND/);
  });

  it('a project that the credentials do not see is an error with those that they do', async () => {
    const stage = setSweepStage();
    const other = stage.atlas.seedProject({ name: 'other' });
    const door = await stage.run('sweep', { ...stage.withAccount, 'project-id': other.id });
    expect(door.annotations[0]?.message).toMatch(/NOT_IN_GROUP.*"shop" \(.*Check project-id/);
  });
});

describe('an organization', () => {
  it('is swept in all its projects, and in no other organization’s', async () => {
    const stage = setSweepStage();
    const elsewhere = stage.atlas.seedOrganization('Umbrella');
    const foreign = stage.atlas.seedProject({ name: 'foreign', organization: elsewhere });
    const second = stage.atlas.seedProject({ name: 'second' });
    stage.seedEnvironment('pr-1');
    stage.seedEnvironment('pr-2', { project: second });
    stage.seedEnvironment('pr-3', { project: foreign });
    const acme = stage.project.orgId;
    stage.owner.roles = ['Organization Owner'].flatMap((role) => [
      { role, orgId: acme },
      { role, orgId: elsewhere.id },
    ]);
    for (const organization of ['Acme', acme]) {
      const door = await stage.sweep({ organization, 'dry-run': 'true' });
      expect(named(door, 'deleted').filter((name) => name.startsWith('cluster'))).toEqual([
        'cluster pr-1',
        'cluster pr-2',
      ]);
    }
  });

  it('shows other people’s projects, of which no more than the clusters is read', async () => {
    const stage = setSweepStage();
    const theirs = stage.atlas.seedProject({ name: 'theirs' });
    stage.atlas.seedCluster({ project: theirs, name: 'production' });
    stage.seedEnvironment('pr-7', { project: theirs, repository: 'acme/other', cluster: 'preview' });
    const door = await stage.sweep({ organization: 'Acme' });
    const read = stage.atlas.requests.filter(({ path }) => path.includes(theirs.id)).map(({ path }) => path);
    expect(read.map((path) => path.replace(/^.*[0-9a-f]{24}|\?.*$/g, ''))).toEqual(['/clusters', '/flexClusters']);
    expect(reasons(door, 'kept')).toEqual([]);
  });
});
