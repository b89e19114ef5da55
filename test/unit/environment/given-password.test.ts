import { expect, it } from 'vitest';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { hashesIn, publicHashes } from '../../support/public-hashes.ts';
import { setStage } from '../../support/stage.ts';

const password = 'correct-horse-42';

type Stage = ReturnType<typeof setStage>;

/** Everything that whoever reads the project, or a public log, can see. */
function visible({ atlas }: Stage, doors: readonly MemoryDoor[]): string {
  const { databaseUsers, accessEntries, clusters, projects } = atlas.state;
  return JSON.stringify([
    databaseUsers.map(({ username, description, labels }) => ({ username, description, labels })),
    accessEntries.map(({ comment }) => comment),
    clusters,
    projects,
    // Masks and secret outputs hold the password itself, which is no hash of it.
    doors.map(({ told, summaries, kept, outputs }) => [told, summaries, kept, outputs]),
  ]);
}

function publicSalts({ project }: Stage, username: string): readonly string[] {
  const names = [project.id, username, 'orders', 'acme/shop', 'acme;shop', 'pr-7', 'atlas-actions'];
  return [
    ...names,
    `${project.id}/${username}`,
    `${project.id} ${username}`,
    `atlas-actions ${project.id} ${username}`,
  ];
}

it.each([
  ['a named cluster', { 'cluster-name': 'orders', username: 'app' }],
  ['an environment', { environment: 'pr-7', tier: 'FLEX' }],
])('nothing that anybody could compute from a given password stands in Atlas or a log: %s', async (_, about) => {
  const stage = setStage();
  const inputs = { ...stage.withAccount, ...about, password };
  const made = await stage.run('provision', inputs);
  const again = await stage.run('provision', inputs);
  const { tier: _tier, ...place } = { tier: '', ...inputs };
  const connected = await stage.run('connect', place);
  const doors = [made, again, connected];
  expect(doors.map((door) => door.failed())).toEqual([false, false, false]);
  expect(connected.outputs.password).toBe(password);
  const hashes = publicHashes(password, publicSalts(stage, made.outputs.username ?? ''));
  expect(hashes.length).toBeGreaterThan(500);
  expect(hashesIn(visible(stage, doors), hashes)).toEqual([]);
});

it('a given password is set on every run, because nothing tells whether it is in force', async () => {
  const stage = setStage();
  const inputs = { ...stage.withAccount, 'cluster-name': 'orders', username: 'app', password };
  await stage.run('provision', inputs);
  const before = stage.calls().length;
  const door = await stage.run('provision', inputs);
  expect(door.annotations).toEqual([]);
  expect(door.outputs.outcome).toBe('updated');
  expect(JSON.parse(door.outputs.plan ?? '').steps).toContainEqual(
    expect.objectContaining({ kind: 'user', action: 'update', reason: 'its password is set' }),
  );
  const writes = stage
    .calls()
    .slice(before)
    .filter((call) => !call.startsWith('GET'));
  expect(writes).toEqual(['PATCH /databaseUsers/admin/app 200']);
});

it('a given password that another run has replaced meanwhile is set once more', async () => {
  const stage = setStage();
  const inputs = { ...stage.withAccount, 'cluster-name': 'orders', username: 'app', password };
  await stage.run('provision', inputs);
  let patches = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const answer = await stage.fetch(input, init);
    if (init?.method === 'PATCH' && ++patches === 1) {
      const other = await stage.run('provision', { ...inputs, password: 'another-horse-43' });
      expect(other.failed()).toBe(false);
    }
    return answer;
  };
  const door = await stage.run('provision', inputs, { fetch });
  expect(door.annotations).toEqual([]);
  expect(stage.atlas.passwordIs('app', password)).toBe(true);
});

it('an environment whose password is derived and unchanged costs four requests at most', async () => {
  const stage = setStage();
  const inputs = { ...stage.withAccount, environment: 'pr-7', 'password-seed': 'a seed of the test, long enough' };
  await stage.run('provision', inputs);
  const before = stage.calls().length;
  const door = await stage.run('provision', inputs);
  expect(door.outputs.outcome).toBe('unchanged');
  expect(stage.calls().length - before).toBeLessThanOrEqual(4);
});
