import { describe, expect, it } from 'vitest';
import { accessEntriesOf, targetName } from '../../../src/simulator/world/access-list.ts';
import { runVariables, setStage } from '../../support/stage.ts';

const RUNNER = '203.0.113.9/32';
const inputs = { 'cluster-name': 'orders', database: 'orders', 'runner-ip': 'true' };

function stageWithList() {
  const stage = setStage();
  stage.atlas.state.durations['accessEntry.active'] = 3;
  const entry = () =>
    accessEntriesOf(stage.atlas.state, stage.project.id).find(({ target }) => targetName(target) === RUNNER);
  return { ...stage, entry };
}

describe.each(['withAccount', 'withKey'] as const)('connect %s and runner-ip', (login) => {
  it('opens the address, waits until it lets connections through, and closes it with the user', async () => {
    const stage = stageWithList();
    const main = await stage.run('connect', { ...stage[login], ...inputs });
    expect(main.annotations).toEqual([]);
    expect(stage.entry()?.activeAt).toBeLessThanOrEqual(stage.time.now());
    const post = await stage.post('connect', main);
    expect(post.annotations).toEqual([]);
    expect(post.lines.join('\n')).toMatch(
      /Database user "gha-4711-[0-9a-f]{8}" has been removed\.\n203\.0\.113\.9 has been closed\./,
    );
    expect([stage.entry(), stage.atlas.databaseUser(main.outputs.username ?? '')]).toEqual([undefined, undefined]);
  });
});

it('closes the address although the user cannot be removed, and the other way round, and tells of it', async () => {
  for (const path of ['/databaseUsers/{databaseName}/{username}', '/accessList/{entryValue}']) {
    const stage = stageWithList();
    const main = await stage.run('connect', { ...stage.withAccount, ...inputs });
    stage.atlas.faults.add({
      match: { method: 'DELETE', path, times: 99 },
      kind: 'error',
      status: 403,
      errorCode: 'X',
    });
    const post = await stage.post('connect', main);
    const isUserLeft = path.includes('databaseUsers');
    expect([stage.entry() === undefined, stage.atlas.databaseUser(main.outputs.username ?? '') === undefined]).toEqual([
      isUserLeft,
      !isUserLeft,
    ]);
    expect(post.annotations).toEqual([
      expect.objectContaining({
        level: 'warning',
        message: expect.stringMatching(
          isUserLeft ? /may be left; Atlas deletes it at/ : /may still be open; Atlas closes it at/,
        ),
      }),
    ]);
  }
});

it('shares the address with the steps of other actions in its job', async () => {
  const stage = stageWithList();
  const steps = { variables: runVariables() };
  const sync = await stage.run('sync-network-access', { ...stage.withAccount, 'runner-ip': 'true' }, steps);
  const before = stage.entry()?.comment;
  const connect = await stage.run('connect', { ...stage.withAccount, ...inputs }, steps);
  expect([connect.annotations, stage.entry()?.comment]).toEqual([[], before]);
  await stage.post('connect', connect);
  expect(stage.entry()).toBeUndefined();
  expect((await stage.post('sync-network-access', sync)).annotations).toEqual([]);
});

it('does not touch the access list unless it is told to', async () => {
  const stage = stageWithList();
  const { 'runner-ip': _, ...others } = inputs;
  await stage.run('connect', { ...stage.withAccount, ...others });
  expect(stage.calls().filter((call) => /accessList|ipinfo/.test(call))).toEqual([]);
});
