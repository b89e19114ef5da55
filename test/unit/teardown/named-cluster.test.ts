import { describe, expect, it } from 'vitest';
import { clusterNameOf, environmentTag } from '../../../src/environment/environment.ts';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { deletedBy, setTeardownStage, type TeardownStage } from './stage.ts';

const password = 'a password of the test';

/** An environment as provision makes it, whatever its name: two clusters at most, a permanent user and an entry. */
function seed(stage: TeardownStage, name: string, { clusters = 1 } = {}) {
  const { atlas, project } = stage;
  const owner = { repository: 'acme/shop', name };
  const names = Array.from({ length: clusters }, (_, ordinal) => clusterNameOf(owner, ordinal));
  const tags = stage.tagsOf(environmentTag(owner));
  for (const cluster of names) atlas.seedCluster({ project, name: cluster, tier: 'FLEX', tags });
  const user = { project, password, scopes: names };
  atlas.seedDatabaseUser({ ...user, username: 'app', description: writeMark(owner, { room: 100 }) });
  atlas.seedAccessEntry({ project, entry: '198.51.100.7', comment: writeMark(owner, { room: 80 }) });
  const [first = ''] = names;
  return { inputs: { environment: '', 'cluster-name': first, confirm: first }, cluster: first, names };
}

describe('the last cluster of an environment, torn down by its name', () => {
  it.each(['pr-7', 'feature/x', 'Ümläut & more', 'a'.repeat(140)])(
    'takes the users and entries of the environment along: %s',
    async (name) => {
      const stage = setTeardownStage();
      const { inputs, cluster } = seed(stage, name);
      const door = await stage.teardown(inputs);
      expect(door.annotations).toEqual([]);
      expect(deletedBy(door)).toEqual([`cluster ${cluster}`, 'user app', 'access-list-entry 198.51.100.7']);
    },
  );

  it('leaves the entries while other environments of the project may need them', async () => {
    const stage = setTeardownStage();
    const { inputs, cluster } = seed(stage, 'feature/x');
    stage.atlas.seedCluster({ name: 'another', tags: stage.tagsOf('pr-8') });
    expect(deletedBy(await stage.teardown(inputs))).toEqual([`cluster ${cluster}`, 'user app']);
  });

  it('takes its users along where an earlier run was killed after the deletion', async () => {
    const stage = setTeardownStage();
    const { inputs } = seed(stage, 'feature/x');
    for (const cluster of stage.atlas.state.clusters) if (cluster.name !== 'orders') cluster.goneAt = 0;
    expect(deletedBy(await stage.teardown(inputs))).toEqual(['user app']);
  });
});

it('one of several clusters of an environment, torn down by its name, leaves the users and entries to the others', async () => {
  const stage = setTeardownStage();
  const { inputs, names } = seed(stage, 'feature/x', { clusters: 2 });
  const door = await stage.teardown(inputs);
  expect(deletedBy(door)).toEqual([`cluster ${names[0]}`]);
  expect(stage.standing()).toEqual(['orders', names[1]]);
});

it('a named cluster of another repository takes nothing along that carries that one’s marks', async () => {
  const stage = setTeardownStage();
  const tags = [
    { key: 'gha-repository', value: 'acme;other' },
    { key: 'gha-environment', value: 'pr-7' },
  ];
  stage.atlas.seedCluster({ name: 'theirs', tier: 'FLEX', tags });
  const description = writeMark({ repository: 'acme/other', name: 'pr-7' }, { room: 100 });
  stage.atlas.seedDatabaseUser({ username: 'theirs', password, description, scopes: ['theirs'] });
  const door = await stage.teardown({ environment: '', 'cluster-name': 'theirs', confirm: 'theirs' });
  expect(deletedBy(door)).toEqual(['cluster theirs']);
});
