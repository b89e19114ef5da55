import { describe, expect, it } from 'vitest';
import { rewriting } from '../../support/rewriting-fetch.ts';
import { findLeaks } from '../../support/runner/leaks.ts';
import { failureOf, restoreStage } from './stage.ts';

const links = { 'cluster-name': 'orders', snapshot: 'latest', delivery: 'download' };

describe('a download', () => {
  it('gives masked links and their end, and touches no cluster', async () => {
    const stage = restoreStage();
    const before = stage.atlas.dataOf(stage.cluster);
    const door = await stage.run('restore', { ...stage.withAccount, ...links });
    expect(door.annotations).toEqual([]);
    const urls: string[] = JSON.parse(door.outputs['download-urls'] ?? '[]');
    expect(urls).toEqual([expect.stringMatching(/^https:\/\/restore-.*\.tar\.gz$/)]);
    expect(door.outputs).toMatchObject({
      outcome: 'ready',
      'download-expires-at': expect.stringMatching(/^2026-11-21T13:/),
    });
    for (const url of urls) {
      expect(door.events.indexOf(`mask ${url}`)).toBeLessThan(
        door.events.findIndex((event) => event.startsWith('output download-urls')),
      );
      const shown = { lines: door.lines.join('\n'), summary: door.summaries.join('\n') };
      expect(findLeaks(shown, { url })).toEqual([]);
    }
    expect(stage.atlas.dataOf(stage.cluster)).toEqual(before);
  });

  it('of a sharded cluster has a link for every shard', async () => {
    const stage = restoreStage();
    const events = stage.atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true });
    stage.atlas.seedSnapshot({ cluster: events });
    const door = await stage.run('restore', { ...stage.withAccount, ...links, 'cluster-name': 'events' });
    expect(door.annotations).toEqual([]);
    expect(JSON.parse(door.outputs['download-urls'] ?? '[]').length).toBeGreaterThan(1);
  });

  it('that is under way, or ready, is adopted: Atlas gives one at a time', async () => {
    const stage = restoreStage();
    await stage.run('restore', { ...stage.withAccount, ...links, wait: 'false' });
    const second = await stage.run('restore', { ...stage.withAccount, ...links });
    const third = await stage.run('restore', { ...stage.withAccount, ...links });
    expect([second.annotations, third.annotations]).toEqual([[], []]);
    expect(third.outputs['download-urls']).toBe(second.outputs['download-urls']);
    expect(stage.atlas.state.restoreJobs).toHaveLength(1);
  });

  it('that is ready is masked link by link with wait: false too, and without its host', async () => {
    const stage = restoreStage();
    await stage.run('restore', { ...stage.withAccount, ...links });
    const door = await stage.run('restore', { ...stage.withAccount, ...links, wait: 'false' });
    const [url = ''] = JSON.parse(door.outputs['download-urls'] ?? '[]');
    expect(url).toMatch(/tar\.gz$/);
    expect(door.outputs.outcome).toBe('ready');
    expect(door.masks).toEqual(expect.arrayContaining([url, new URL(url).pathname]));
  });

  it('is masked although nobody but an error of Atlas speaks of it', async () => {
    const stage = restoreStage();
    const first = await stage.run('restore', { ...stage.withAccount, ...links });
    const [url = ''] = JSON.parse(first.outputs['download-urls'] ?? '[]');
    const echoing: typeof globalThis.fetch = async (input, init) =>
      /restoreJobs\/[0-9a-f]{24}$/.test(String(input))
        ? Response.json({ error: 403, detail: `not for ${url}` }, { status: 403 })
        : await stage.atlas.fetch(input, init);
    const door = await stage.run('restore', { ...stage.withAccount, ...links }, { fetch: echoing });
    expect(failureOf(door)).toContain('not for ***');
  });

  it('whose links have ended is not adopted, though Atlas is slow to call it expired', async () => {
    const stage = restoreStage();
    await stage.run('restore', { ...stage.withAccount, ...links });
    stage.time.advance(3 * 3_600_000);
    const slow = rewriting(stage.atlas.fetch, [
      {
        of: /^GET .*\/restoreJobs$/,
        to: (page) => ({
          ...page,
          results: page.results?.map((job) => ({ ...job, expired: false, deliveryUrl: ['https://ended.example'] })),
        }),
      },
    ]);
    const door = await stage.run('restore', { ...stage.withAccount, ...links }, { fetch: slow });
    expect([door.annotations, door.outputs['download-urls']]).toEqual([[], expect.stringMatching(/tar\.gz/)]);
  });

  it.each([
    ['failed', /could not carry out/],
    ['expired', /has expired: its links are no longer good/],
  ] as const)('that ends %s is red', async (ending, message) => {
    const stage = restoreStage();
    stage.atlas.scriptNextRestore({ ending });
    expect(failureOf(await stage.run('restore', { ...stage.withAccount, ...links }))).toMatch(message);
  });

  it('whose answer was lost is looked up', async () => {
    const stage = restoreStage();
    stage.atlas.faults.add({ match: { method: 'POST', path: '/backup/restoreJobs' }, kind: 'cut-after' });
    const door = await stage.run('restore', { ...stage.withAccount, ...links });
    expect([door.annotations, stage.atlas.state.restoreJobs.length]).toEqual([[], 1]);
  });
});
