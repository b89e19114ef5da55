import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../actions/glob.ts';

describe('a description with a glob', () => {
  it.each([
    ['nightly orders', 'nightly*', true],
    ['nightly orders', '*orders', true],
    ['nightly orders', 'n*y*o*s', true],
    ['nightly orders', '*', true],
    ['nightly orders', '**', true],
    ['nightly orders', 'nightly orders', true],
    ['nightly orders', 'nightly', false],
    ['nightly orders', 'n*x*s', false],
    ['nightly orders', 'nightly order??', false],
    ['aab', '*ab', true],
    ['two\nlines', 'two*lines', true],
    ['v2 🚀', 'v2 ?', true],
    ['(a|b)+ [x] \\d', '(a|b)+ [x] \\d', true],
    ['', '*', true],
  ])('%j is like %j: %s', (description, glob, expected) => {
    expect(matchesGlob(description, glob)).toBe(expected);
  });

  it('of many stars is decided at once, whatever somebody has written', () => {
    const began = performance.now();
    expect(matchesGlob('a'.repeat(250), `${'*a'.repeat(90)}*b`)).toBe(false);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
