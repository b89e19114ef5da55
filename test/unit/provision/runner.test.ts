import { expect, it } from 'vitest';
import { accessEntriesOf, targetName } from '../../../src/simulator/world/access-list.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { setStage } from '../../support/stage.ts';

const RUNNER = '203.0.113.9/32';
const environment = { environment: 'pr-7', 'password-seed': 'a seed of the test, long enough' };
const config = 'clusters: [{ name: orders }]\nnetwork-access: [{ address: 198.51.100.0/24, comment: office }]';
const errors = (door: MemoryDoor) => door.annotations.filter(({ level }) => level !== 'notice');

function stageWithList() {
  const stage = setStage();
  stage.atlas.state.durations['accessEntry.active'] = 3;
  const list = () => accessEntriesOf(stage.atlas.state, stage.project.id).map(({ target }) => targetName(target));
  const calls = (pattern: RegExp) => stage.calls().filter((call) => pattern.test(call));
  return { ...stage, list, calls };
}

it('opens its runner beside its own entries, in one request, and closes it alone at the end of the job', async () => {
  const { run, post, withAccount, list, calls } = stageWithList();
  const main = await run('provision', { ...withAccount, config, 'runner-ip': 'true' });
  expect(errors(main)).toEqual([]);
  expect(main.lines.join('\n')).toContain('203.0.113.9 has been opened for this job');
  expect(calls(/^POST \/accessList/)).toHaveLength(1);
  expect(list()).toEqual(['192.0.2.1/32', '198.51.100.0/24', RUNNER]);
  const closed = await post('provision', main);
  expect([closed.annotations, list()]).toEqual([[], ['192.0.2.1/32', '198.51.100.0/24']]);
});

it('opens its runner in a project that it has just made, with an API key', async () => {
  const stage = setStage();
  const owner = stage.atlas.seedApiKey({ roles: ['Organization Owner'] });
  const login = { 'public-key': owner.publicKey, 'private-key': owner.privateKey, 'project-name': 'previews' };
  const main = await stage.run('provision', { ...login, ...environment, 'runner-ip': 'true' });
  // Without the runner's entry the list would be empty, and that would be told.
  expect(errors(main)).toEqual([]);
  const groupId = main.outputs['project-id'] ?? '';
  expect(accessEntriesOf(stage.atlas.state, groupId).map(({ target }) => targetName(target))).toEqual([RUNNER]);
  expect((await stage.post('provision', main)).annotations).toEqual([]);
  expect(accessEntriesOf(stage.atlas.state, groupId)).toEqual([]);
});

it('opens its runner again in a run that finds everything unchanged', async () => {
  const { run, post, withAccount, list } = stageWithList();
  const inputs = { ...withAccount, config, 'runner-ip': 'true' };
  await post('provision', await run('provision', inputs));
  const again = await run('provision', inputs);
  expect([errors(again), again.outputs.outcome]).toEqual([[], 'unchanged']);
  expect(list()).toContain(RUNNER);
  await post('provision', again);
  expect(list()).not.toContain(RUNNER);
});

it('says after a cancellation that its address may be open', async () => {
  const stage = stageWithList();
  const controller = new AbortController();
  const cancelling: typeof fetch = async (input, init) => {
    const answer = await stage.atlas.fetch(input, init);
    if (init?.method === 'POST' && String(input).endsWith('/accessList')) controller.abort(new Error('stop'));
    return answer;
  };
  const inputs = { ...stage.withAccount, config, 'runner-ip': 'true' };
  const door = await stage.run('provision', inputs, { fetch: cancelling, signal: controller.signal });
  expect(stage.list()).toContain(RUNNER);
  expect(errors(door)[0]?.message).toMatch(/address may be open too; the post step of this action closes it/);
  await stage.post('provision', door);
  expect(stage.list()).not.toContain(RUNNER);
});

it('asks nothing about the runner, and opens nothing, unless it is told to, or in a dry run', async () => {
  const { run, withAccount, calls, list } = stageWithList();
  await run('provision', { ...withAccount, config });
  await run('provision', { ...withAccount, config, 'runner-ip': 'true', 'dry-run': 'true' });
  expect([calls(/ipinfo/), list().includes(RUNNER)]).toEqual([[], false]);
});

it('is torn down while a job still holds its address: the entry keeps no project', async () => {
  const stage = setStage();
  const owner = stage.atlas.seedServiceAccount({ roles: ['Organization Owner'] });
  const login = { 'client-id': owner.clientId, 'client-secret': owner.secret, 'project-name': 'previews' };
  const main = await stage.run('provision', { ...login, ...environment, 'runner-ip': 'true' });
  const gone = await stage.run('teardown', { ...login, environment: 'pr-7', 'delete-project': 'true' });
  expect([errors(gone), gone.outputs.outcome]).toEqual([[], 'deleted']);
  expect(JSON.parse(gone.outputs.deleted ?? '[]')).toContainEqual({ kind: 'project', name: 'previews' });
  const post = await stage.post('provision', main);
  expect([post.failed(), post.annotations]).toEqual([false, []]);
  expect(post.lines.join('\n')).toContain('is gone, and with it the entry for 203.0.113.9');
});
