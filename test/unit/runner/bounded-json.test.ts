import { describe, expect, it } from 'vitest';
import { boundedJson, isTooLong } from '../../../src/runner/bounded-json.ts';
import { setStage } from '../../support/stage.ts';

const items = (count: number, text = 'x'.repeat(300)) => Array.from({ length: count }, (_, index) => ({ index, text }));

describe('JSON that is too long for a variable', () => {
  it('keeps the beginning of a list', () => {
    const whole = items(812);
    const cut = boundedJson(JSON.stringify(whole));
    expect(isTooLong(cut)).toBe(false);
    const kept: readonly unknown[] = JSON.parse(cut);
    expect(kept.length).toBeGreaterThan(250);
    expect(whole.slice(0, kept.length)).toEqual(kept);
  });

  it('keeps everything of an object but the end of its longest lists', () => {
    const cut = boundedJson(JSON.stringify({ steps: items(500), notices: ['one', 'two'], runner: null }));
    const { steps, ...others } = JSON.parse(cut);
    expect(others).toEqual({ notices: ['one', 'two'], runner: null });
    expect(items(500).slice(0, steps.length)).toEqual(steps);
  });

  it('is JSON, or nothing, where one item alone is too long, in bytes', () => {
    expect(boundedJson(JSON.stringify(items(1, '\u00e4'.repeat(60_000))))).toBe('[]');
    expect(boundedJson(JSON.stringify('x'.repeat(200_000)))).toBe('');
  });

  it('stays as it is where it fits', () => {
    expect(boundedJson('[1, 2]')).toBe('[1, 2]');
  });
});

it('a result that would end later steps is cut, and stands in a file as a whole', async () => {
  const stage = setStage();
  for (let count = 0; count < 500; count++) {
    stage.atlas.seedSnapshot({ cluster: stage.cluster, description: `release ${count} ${'of the shop '.repeat(12)}` });
  }
  const inputs = { ...stage.withAccount, 'cluster-name': 'orders', operation: 'list', limit: '1000' };
  const door = await stage.run('backups', inputs);
  expect(door.annotations).toEqual([]);
  const { result = '', 'result-file': path = '', count } = door.outputs;
  expect(isTooLong(result)).toBe(false);
  const whole: readonly unknown[] = JSON.parse(door.written[path] ?? '');
  expect(whole).toHaveLength(500);
  expect(count).toBe('500');
  const shown: readonly unknown[] = JSON.parse(result);
  expect(shown.length).toBeGreaterThan(50);
  expect(whole.slice(0, shown.length)).toEqual(shown);
  expect(door.lines.join()).toContain('All of it is in');
});
