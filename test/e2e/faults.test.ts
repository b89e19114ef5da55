import { describe, expect, it } from 'vitest';
import { judgeCancelled, judgeMain, judgePost } from '../faults/support/judge.ts';
import type { Scene } from '../faults/support/scenario.ts';
import { subjects } from '../faults/support/subjects.ts';
import { type Place, survey } from '../faults/support/survey.ts';
import type { MemoryDoor } from '../support/memory-door.ts';
import { setStage } from '../support/stage.ts';
import { tried } from '../support/tally.ts';
import { throughTheBundle } from '../support/through-the-bundle.ts';

/** Slow enough that a busy machine does not make a process late for its own clock. */
const UNHURRIED = 20;

/** A few of the mishaps of test/faults, with the committed bundle in processes of their own and with real signals. */
describe.each(subjects)('$name through the bundle', ({ name, main }) => {
  const row = { proof: 'Faults through the bundle', action: name };

  it('finds what a lost answer was about', async () => {
    const { scene, place } = await prepare();
    scene.stage[place.server].faults.add({ kind: 'cut-after', match: { leg: 'any', nth: place.nth } });
    await using bundle = await throughTheBundle(scene.stage);
    const launch = bundle.launch();
    await tried({ ...row, kind: 'cut after its effect' }, async () => {
      const door = await scene.run({ launch });
      expect([door.failed(), wrongWith(scene, door), scene.afterGreen(door)]).toEqual([false, [], []]);
      const post = await scene.stage.post(name, door, { launch });
      expect([judgePost(post), scene.whenever(), scene.left?.(door) ?? []]).toEqual([[], [], []]);
    });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s while Atlas does not answer: ends, and says what goes on',
    async (signal) => {
      const { scene, place } = await prepare();
      await using bundle = await throughTheBundle(scene.stage, { speed: UNHURRIED });
      const moment = { after: stall(scene, place) };
      const launch = bundle.launch(signal === 'SIGINT' ? { cancel: moment } : { terminate: moment });
      await tried({ ...row, kind: signal }, async () => {
        const door = await scene.run({ launch });
        expect(bundle.resultOf(door)?.interruption?.signals[0]).toBe(signal);
        expect([door.failed(), wrongWith(scene, door)]).toEqual([true, []]);
        // How long it lived on is looked at where time is virtual.
        const facts = { signal, changed: place.writes, lasted: 0, sentAfter: 0 };
        expect(judgeCancelled(door, facts)).toEqual([]);
        await convergeAfter(scene, door, launch);
      });
    },
  );

  it('SIGKILL: the post step tidies up with what main has kept, and the next run converges', async () => {
    const { scene, place } = await prepare();
    await using bundle = await throughTheBundle(scene.stage, { speed: UNHURRIED });
    const launch = bundle.launch({ kill: { after: stall(scene, place) } });
    await tried({ ...row, kind: 'SIGKILL' }, async () => {
      const door = await scene.run({ launch });
      expect(bundle.resultOf(door)?.signal).toBe('SIGKILL');
      await convergeAfter(scene, door, launch);
    });
  });

  /** The scene, and the request that matters most: the first one with an effect besides the sign-in. */
  async function prepare(): Promise<{ scene: Scene; place: Place }> {
    const { places } = await survey(name, main);
    const calls = places.filter(({ step, what }) => step === 'main' && !/oauth|^GET \/api\/atlas\/v2$/.test(what));
    const place = calls.find(({ writes }) => writes) ?? calls[0];
    if (!place) throw new Error(`${main.name} asks for nothing.`);
    return { scene: main.set(), place };
  }

  async function convergeAfter(
    scene: Scene,
    door: MemoryDoor,
    launch: ReturnType<Awaited<ReturnType<typeof throughTheBundle>>['launch']>,
  ) {
    scene.stage.atlas.faults.clear();
    const post = await scene.stage.post(name, door, { launch });
    expect([judgePost(post), scene.whenever(), scene.left?.(door) ?? []]).toEqual([[], [], []]);
    // In this process: it is quicker, and Atlas is the same.
    const second = await scene.run({ attempt: 2 });
    expect([
      second.annotations.filter(({ level }) => level === 'error'),
      scene.afterGreen(second),
      scene.whenever(),
    ]).toEqual([[], [], []]);
  }
});

it('the 30 s that an answer may take pass in a process too', async () => {
  const stage = setStage();
  stage.atlas.faults.add({ kind: 'stall', match: { method: 'POST', path: '/backup/snapshots' } });
  // Three real seconds for each answer: enough on a busy machine, and not too long for a test.
  await using bundle = await throughTheBundle(stage, { speed: 10, scalesTimeouts: true });
  const inputs = { ...stage.withAccount, 'cluster-name': 'orders', wait: 'false' };
  const door = await stage.run('snapshot', inputs, { launch: bundle.launch() });
  expect(door.annotations).toEqual([]);
  expect(door.lines.join('\n')).toMatch(/did not answer within 30 s.*looking for it/);
  expect(stage.atlas.state.snapshots).toHaveLength(1);
});

function wrongWith(scene: Scene, door: MemoryDoor): readonly string[] {
  return [...judgeMain(door), ...scene.whenever()];
}

/** Makes one request stall after its effect; resolves when it does. */
function stall({ stage }: Scene, { server, nth }: Place): Promise<void> {
  const { faults, requests } = stage[server];
  faults.add({ kind: 'stall', match: { leg: 'any', nth } });
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (!requests.some(({ fault }) => fault === 'stall')) return;
      clearInterval(look);
      resolve();
    }, 5);
  });
}
