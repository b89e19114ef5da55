import { describe, expect, it } from 'vitest';
import { interrupting } from '../../support/interrupting-fetch.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { rewriting } from '../../support/rewriting-fetch.ts';
import { setStage } from '../../support/stage.ts';

const cluster = { 'cluster-name': 'orders' };
const expecting = { ...cluster, 'expect-databases': 'orders' };
const catalogue = /\/databases$/;
const ONE = /^GET .*\/backup\/snapshots\/[0-9a-f]{24}$/;

const errorsOf = (door: MemoryDoor) => door.annotations.map(({ level, message }) => `${level}: ${message}`);
const readsOf = ({ calls }: Pick<ReturnType<typeof setStage>, 'calls'>) =>
  calls().filter((call) => /^GET \S*\/snapshots\/[0-9a-f]{24} /.test(call));

/** A stage with one completed snapshot that may be reused, and how somebody deletes every snapshot. */
function reusing() {
  const stage = setStage();
  const snapshot = stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - 1_800_000 });
  return { ...stage, snapshot, ...deleting(stage) };
}

function deleting({ atlas }: ReturnType<typeof setStage>) {
  const deleteAll = () => {
    for (const snapshot of atlas.state.snapshots) snapshot.deleted = true;
  };
  return { deleteAll };
}

describe('a snapshot is handed over only as it was read within the last 5 s', () => {
  it('and is red where somebody deletes it while its databases are read', async () => {
    const stage = setStage();
    const { deleteAll } = deleting(stage);
    const happens = () => {
      deleteAll();
      stage.time.advance(6_000);
    };
    const { fetch, hasHappened } = interrupting(stage.fetch, { at: catalogue, when: 'after', happens });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...expecting }, { fetch });
    expect(hasHappened()).toBe(true);
    expect(errorsOf(door)).toEqual([
      expect.stringMatching(
        /^error: Snapshot [0-9a-f]{24} of cluster "orders" in project \S+ was completed, and is gone: somebody has deleted it/,
      ),
    ]);
  });

  it('and is red where it is called failed in the end', async () => {
    const stage = setStage();
    let isLate = false;
    const happens = () => {
      isLate = true;
      stage.time.advance(6_000);
    };
    const late = interrupting(stage.fetch, { at: catalogue, when: 'after', happens });
    const fetch = rewriting(late.fetch, [{ of: ONE, to: (one) => (isLate ? { ...one, status: 'failed' } : one) }]);
    const door = await stage.run('snapshot', { ...stage.withAccount, ...expecting }, { fetch });
    expect(errorsOf(door)).toEqual([expect.stringContaining('could not complete snapshot')]);
  });

  it('also where it is reused, and deleted meanwhile', async () => {
    const stage = reusing();
    const happens = () => {
      stage.deleteAll();
      stage.time.advance(6_000);
    };
    const { fetch } = interrupting(stage.fetch, { at: catalogue, when: 'after', happens });
    const inputs = { ...stage.withAccount, ...expecting, 'max-age-minutes': '60' };
    const door = await stage.run('snapshot', inputs, { fetch });
    expect(errorsOf(door)).toEqual([expect.stringContaining(`Snapshot ${stage.snapshot.id} of cluster "orders"`)]);
    expect(door.annotations[0]?.message).toContain('somebody has deleted it');
  });

  it('a list that took 6 s because Atlas was busy is too old: one more request, and it is green', async () => {
    const stage = reusing();
    const { fetch } = interrupting(stage.fetch, {
      at: /\/backup\/snapshots$/,
      when: 'after',
      happens: () => stage.time.advance(6_000),
    });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster, 'max-age-minutes': '60' }, { fetch });
    expect(door.annotations).toEqual([]);
    expect(door.outputs).toMatchObject({ outcome: 'reused', 'snapshot-id': stage.snapshot.id, status: 'completed' });
    expect([stage.calls().length, readsOf(stage).length]).toEqual([2, 1]);
  });

  it('and one that is missing from a single read is asked for once more', async () => {
    const stage = reusing();
    stage.atlas.faults.add({
      match: { method: 'GET', path: /\/backup\/snapshots\/[0-9a-f]{24}$/ },
      kind: 'error',
      status: 404,
      errorCode: 'SNAPSHOT_NOT_FOUND',
    });
    const { fetch } = interrupting(stage.fetch, {
      at: catalogue,
      when: 'after',
      happens: () => stage.time.advance(6_000),
    });
    const inputs = { ...stage.withAccount, ...expecting, 'max-age-minutes': '60' };
    const door = await stage.run('snapshot', inputs, { fetch });
    expect(door.annotations).toEqual([]);
    expect(readsOf(stage)).toHaveLength(2);
  });

  it('that is quick costs no request more', async () => {
    const stage = reusing();
    const door = await stage.run('snapshot', { ...stage.withAccount, ...expecting, 'max-age-minutes': '60' });
    expect(door.annotations).toEqual([]);
    expect(readsOf(stage)).toEqual([]);
  });
});

describe('what a restore of the latest snapshot would pass over is not reused', () => {
  it.each([
    ['a fallback', { snapshotType: 'fallback' }],
    ['a safety snapshot', { description: 'safety: orders before a restore, run 1 [gha 1.1 0a1b2c3d 4e5f60 safety]' }],
  ])('%s', async (_, oddity) => {
    const stage = reusing();
    const isIt = ({ id }: { readonly id?: string }) => id === stage.snapshot.id;
    const fetch = rewriting(stage.fetch, [
      {
        of: /^GET .*\/backup\/snapshots$/,
        to: (page) => ({ ...page, results: page.results?.map((one) => (isIt(one) ? { ...one, ...oddity } : one)) }),
      },
    ]);
    const inputs = { ...stage.withAccount, ...cluster, 'max-age-minutes': '60' };
    const door = await stage.run('snapshot', inputs, { fetch });
    expect(door.annotations).toEqual([]);
    expect(door.outputs.outcome).toBe('created');
    expect(door.outputs['snapshot-id']).not.toBe(stage.snapshot.id);
  });
});
