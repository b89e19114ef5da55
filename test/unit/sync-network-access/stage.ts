import { accessEntriesOf, targetName } from '../../../src/simulator/world/access-list.ts';
import type { AccessEntrySeed } from '../../../src/simulator/world/seed-access.ts';
import type { MemoryDoor, MemoryDoorOptions } from '../../support/memory-door.ts';
import { setStage } from '../../support/stage.ts';

export const RUNNER = '203.0.113.9';
export const HOUR = 3_600_000;

/** The usual stage, its access list empty but for what a test seeds, and the action on it. */
export function accessStage(options: Parameters<typeof setStage>[0] = {}, seeds: readonly AccessEntrySeed[] = []) {
  const stage = setStage(options);
  const { atlas, project } = stage;
  atlas.state.accessEntries.length = 0;
  atlas.state.durations['accessEntry.active'] = 3;
  for (const seed of seeds) atlas.seedAccessEntry(seed);

  const sync = (inputs: Readonly<Record<string, string>>, more: Omit<MemoryDoorOptions, 'inputs'> = {}) =>
    stage.run('sync-network-access', { ...stage.withAccount, ...inputs }, more);
  const close = (main: MemoryDoor) => stage.post('sync-network-access', main);
  /** The list as it really is: comment by address. */
  const list = () =>
    Object.fromEntries(
      accessEntriesOf(atlas.state, project.id).map(({ target, comment }) => [
        targetName(target).replace(/\/32$/, ''),
        comment ?? '',
      ]),
    );
  const entry = (address: string) =>
    accessEntriesOf(atlas.state, project.id).find(({ target }) => targetName(target).replace(/\/32$/, '') === address);
  /** Calls to the access list since the last time that it was asked, status polls apart. */
  let seen = 0;
  const calls = () => {
    const all = stage.calls();
    const news = all.slice(seen);
    seen = all.length;
    return news.map((call) => call.replace('?itemsPerPage=500&pageNum=1', ''));
  };
  return { ...stage, sync, close, list, entry, calls };
}

/** Everything that a step has said in annotations. */
export function said(door: MemoryDoor): string {
  return door.annotations.map(({ level, message }) => `${level}: ${message}`).join('\n');
}
