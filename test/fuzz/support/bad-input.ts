import fc from 'fast-check';
import type { ActionDefinition } from '../../../src/definition/action.ts';
import type { Inputs } from './base-inputs.ts';

/** Values that people and generators write into inputs, and that somebody might try. */
const values: readonly string[] = [
  '',
  ' ',
  '\t\n',
  'null',
  '~',
  '[]',
  '{}',
  '{"a":',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'true',
  'TRUE',
  'tRuE',
  'yes',
  'off',
  '0',
  '-0',
  '-1',
  '+7',
  '007',
  '1e3',
  '0x10',
  '1_000',
  '1,000',
  '3.0',
  '.5',
  'Infinity',
  '٣',
  '７',
  '²',
  '99999999999999999999',
  '9007199254740993',
  'a\0b',
  'first\nsecond',
  'a\r\nb\r',
  ',,,\n,\n',
  '../../etc/passwd',
  '/',
  '.',
  '..',
  '%2e%2e%2f',
  '%zz',
  '$' + '{{ secrets.X }}',
  '$HOME',
  '`id`',
  '::add-mask::x',
  '##[group]x',
  '<img src=x>',
  '\u202eabc\u0007',
  'x'.repeat(300),
  'x'.repeat(200_000),
  'ÄÖÜ ß',
  'mdb_sa_id_0123456789abcdef01234567',
  '0123456789abcdef01234567',
  'http://127.0.0.1:1/',
  'https://user:pass@evil.example/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  '0.0.0.0/0',
  '::1',
  '2026-13-45T99:99:99Z',
  'M10',
  'role@database@more',
  '=',
  'key=',
  '=value',
];

/** What somebody may write into the inputs of an action; most are left as the use gives them. */
export function badInputs({ inputs }: ActionDefinition, base: Inputs): fc.Arbitrary<Inputs> {
  const names = Object.keys(inputs);
  const given = Object.entries(base).flatMap(([name, value]) => (value === '' || inputs[name]?.secret ? [] : [value]));
  const value = fc.oneof(
    { arbitrary: fc.constantFrom(...values), weight: 6 },
    { arbitrary: fc.constantFrom('', ...given, ...given.map(otherCase)), weight: 3 },
    { arbitrary: fc.integer().map(String), weight: 1 },
    // A variable of the environment cannot hold half a character.
    { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.toWellFormed()), weight: 2 },
  );
  const entry = fc
    .tuple(fc.constantFrom(...names), fc.boolean(), value)
    .map(([name, isOtherCase, text]): [string, string] => [
      isOtherCase ? otherCase(name) : name,
      inputs[name]?.secret ? asSecret(text) : text,
    ]);
  // Mostly one at a time: several problems hide what comes after them.
  return fc.oneof(fc.tuple(entry), fc.array(entry, { maxLength: 4 })).map((entries) => Object.fromEntries(entries));
}

/** Variables of the environment that stand in for inputs, in any state. */
export function badVariables({ inputs }: ActionDefinition): fc.Arbitrary<Inputs> {
  const fallbacks = Object.values(inputs).flatMap(({ fallback, secret }) =>
    fallback?.variable ? [{ name: fallback.variable, secret }] : [],
  );
  const entry = fc
    .tuple(fc.constantFrom(...fallbacks), fc.constantFrom(...values))
    .map(([{ name, secret }, text]): [string, string] => [name, secret ? asSecret(text) : text]);
  const several = fc.array(entry, { maxLength: 3 }).map((entries) => Object.fromEntries(entries));
  return fc.oneof({ arbitrary: fc.constant({}), weight: 3 }, { arbitrary: several, weight: 1 });
}

/** A secret that is the same as something public could not be told from it. */
function asSecret(text: string): string {
  return text.trim() === '' ? text : `${text}~kept~secret~`;
}

function otherCase(text: string): string {
  return Array.from(text, (character) => {
    const upper = character.toUpperCase();
    return upper === character ? character.toLowerCase() : upper;
  }).join('');
}
