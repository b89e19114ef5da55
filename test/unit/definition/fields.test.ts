import { describe, expect, it } from 'vitest';
import { defineAction, type Fields, rule } from '../../../src/definition/action.ts';
import { choice, duration, flag, list, origin, secret, text, wholeNumber } from '../../../src/definition/fields.ts';
import { parseInputs, readGiven } from '../../../src/definition/parse.ts';

const base = {
  name: 'probe',
  title: 'Probe',
  description: 'Probes.',
  branding: { icon: 'eye', color: 'blue' },
  outputs: {},
  rules: [],
  post: false,
} as const;

function parse(inputs: Fields, given: Record<string, string>) {
  const parsed = parseInputs(defineAction({ ...base, inputs }), new Map(Object.entries(given)));
  if (parsed.kind === 'skip') throw new Error('nothing was to be skipped');
  return parsed.kind === 'values' ? parsed.values : parsed.problems;
}

describe('typed inputs', () => {
  it('turns each raw text into an exact value', () => {
    const inputs = {
      name: text({ description: 'A name.', required: true }),
      days: wholeNumber({ description: 'Days.', min: 1, max: 365, default: 7 }),
      'timeout-minutes': duration({ description: 'Time.', unit: 'minutes', min: 1, max: 60, default: 5 }),
      wait: flag({ description: 'Wait?', default: true }),
      mode: choice({ description: 'Mode.', values: ['fast', 'slow'] }),
      names: list({ description: 'Names.' }),
      'base-url': origin({ description: 'Address.' }),
    } as const;
    const given = { name: 'x', mode: 'slow', names: 'a, b\n\n c\r\na', 'base-url': 'https://a.example/' };
    expect(parse(inputs, given)).toEqual({
      name: 'x',
      days: 7,
      'timeout-minutes': 300_000,
      wait: true,
      mode: 'slow',
      names: ['a', 'b', 'c'],
      'base-url': 'https://a.example',
    });
  });

  it('gives undefined, never an empty text, for what is not set', () => {
    expect(parse({ name: text({ description: 'A name.' }) }, {})).toEqual({ name: undefined });
  });

  it.each([
    ['7.5', wholeNumber({ description: 'd', min: 1, max: 9 }), 'x: "7.5" is not a whole number from 1 to 9'],
    ['0', wholeNumber({ description: 'd', min: 1, max: 9 }), 'x: "0" is not a whole number from 1 to 9'],
    ['1e3', wholeNumber({ description: 'd', min: 1, max: 9999 }), 'x: "1e3" is not a whole number from 1 to 9999'],
    ['0x10', wholeNumber({ description: 'd', min: 1, max: 99 }), 'x: "0x10" is not a whole number from 1 to 99'],
    ['yes', flag({ description: 'd' }), 'x: "yes" is neither true nor false'],
    ['tRUE', flag({ description: 'd' }), 'x: "tRUE" is neither true nor false'],
    ['medium', choice({ description: 'd', values: ['fast', 'slow'] }), 'x: "medium" is not fast or slow'],
    ['a,b c', list({ description: 'd', item: { expression: /^\w$/, form: 'a letter' } }), 'x: "b c" is not a letter'],
    [
      'http://atlas.example',
      origin({ description: 'd' }),
      'x: plain http would show the credentials to the network; use https',
    ],
    [
      'https://u:p@a.example',
      origin({ description: 'd' }),
      'x: the value is not an address such as https://cloud.mongodb.com, without path, query or user',
    ],
    [
      'https://a.example/api',
      origin({ description: 'd' }),
      'x: the value is not an address such as https://cloud.mongodb.com, without path, query or user',
    ],
  ])('refuses %s', (raw, field, problem) => {
    expect(parse({ x: field }, { x: raw })).toEqual([problem]);
  });

  it('allows plain http to this very machine only', () => {
    expect(parse({ x: origin({ description: 'd' }) }, { x: 'http://127.0.0.1:8080' })).toEqual({
      x: 'http://127.0.0.1:8080',
    });
    expect(parse({ x: origin({ description: 'd' }) }, { x: 'http://127.0.0.1.evil.example' })).toHaveLength(1);
  });

  it('never quotes a secret, nor an id that may have been swapped with one', () => {
    const swapped = text({ description: 'd', unquoted: true, pattern: { expression: /^id_/, form: 'an id' } });
    expect(parse({ x: swapped }, { x: 'the-secret' })).toEqual(['x: the value is not an id']);
  });

  it('reports every problem at once, rules across inputs included', () => {
    const inputs = {
      a: text({ description: 'First.', required: true }),
      b: wholeNumber({ description: 'Second.', min: 1, max: 2 }),
      c: text({ description: 'Third.' }),
      d: text({ description: 'Fourth.' }),
    } as const;
    const rules = [
      rule(inputs, ['c', 'd'], ({ c, d }) => (c && d ? 'c and d exclude each other' : undefined)),
      rule(inputs, ['a', 'c'], () => 'not asked, because a is missing'),
    ];
    const definition = defineAction({ ...base, inputs, rules });
    const parsed = parseInputs(
      definition,
      new Map([
        ['b', 'x'],
        ['c', '1'],
        ['d', '2'],
      ]),
    );
    expect(parsed).toEqual({
      kind: 'problems',
      problems: ['a is required: First.', 'b: "x" is not a whole number from 1 to 2', 'c and d exclude each other'],
      values: { c: '1', d: '2' },
    });
  });
});

it('takes no expression of GitHub for a secret that is given as nothing', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what stands in action.yml
  const token = secret({ description: 'Token.', default: '${{ github.token }}' });
  const parsed = parseInputs(defineAction({ ...base, inputs: { token } }), new Map());
  expect(parsed).toEqual({ kind: 'values', values: { token: undefined } });
});

describe('environment variables that stand in for inputs', () => {
  const inputs = {
    id: text({ description: 'Id.', fallback: { variable: 'X_ID', group: 'credentials' } }),
    key: secret({ description: 'Key.', fallback: { variable: 'X_KEY', group: 'credentials' } }),
    other: text({ description: 'Other.', fallback: { variable: 'X_OTHER', group: 'other' } }),
  } as const;
  const definition = defineAction({ ...base, inputs });
  const variables: Record<string, string> = { X_ID: 'env-id', X_KEY: 'env-key', X_OTHER: ' env-other ' };
  const given = (explicit: Record<string, string>) =>
    Object.fromEntries(
      readGiven(definition, { input: (name) => explicit[name] ?? '', variable: (name) => variables[name] }),
    );

  it('are used where nothing of their group is given', () => {
    expect(given({})).toEqual({ id: 'env-id', key: 'env-key', other: 'env-other' });
  });

  it('are left alone as soon as one input of the group is given: two sources never mix', () => {
    expect(given({ id: 'mine' })).toEqual({ id: 'mine', other: 'env-other' });
  });
});
