import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobOutputs } from '../../support/runner/job-outputs.ts';
import { createMasker } from '../../support/runner/masker.ts';

function masking(...values: readonly string[]) {
  const masker = createMasker();
  for (const value of values) masker.add(value);
  return masker.mask;
}

describe('the masker', () => {
  it('masks nothing before it is told', () => {
    const masker = createMasker();
    expect(masker.mask('hunter2')).toBe('hunter2');
    masker.add('hunter2');
    expect(masker.mask('hunter2')).toBe('***');
  });

  it('matches case and all, anywhere in the text, however short the value', () => {
    expect(masking('a')('banana A')).toBe('b***n***n*** A');
  });

  it('merges overlapping and touching hits', () => {
    expect(masking('abcd', 'cdef')('xabcdefx')).toBe('x***x');
    expect(masking('ab')('ababab')).toBe('***');
    expect(masking('aa')('aaaaa-a')).toBe('***-a');
  });

  it('adds each line of a value, trimmed', () => {
    expect(masking('first\n  second  \r\n\n')('[first] [second] [  second  ]')).toBe('[***] [***] [  ***  ]');
  });

  it('trims GitHub secrets', () => {
    expect(createMasker(['  tok3n \n']).mask('x tok3n y')).toBe('x *** y');
  });

  it.each([
    ['base64', 'user:pässword', Buffer.from('user:pässword').toString('base64')],
    ['base64 less one byte', 'user:password', Buffer.from('ser:password').toString('base64')],
    ['base64 less two bytes', 'user:password', Buffer.from('er:password').toString('base64')],
    ['backslashed quotes', 'a"b', 'a\\"b'],
    ['expression quotes', "it's me", "it''s me"],
    ['JSON', 'a\tb\\c\u2028', 'a\\tb\\\\c\\u2028'],
    ['RFC 3986', "p@ss!'()*~", 'p%40ss%21%27%28%29%2A~'],
    ['XML', `<a&'"`, '&lt;a&amp;&apos;&quot;'],
    ['no quotes', '"quoted secret"', 'quoted secret'],
    ['PowerShell, before', 'part1&part2&part3', 'part1&part2&'],
    ['PowerShell, colored', 'part1&+part2&part3', 'art2&part3'],
  ])('masks the %s form', (_, value, form) => {
    expect(masking(value)(form)).toBe('***');
  });

  it.each([
    ['encodeURIComponent where it differs', "p@ss!'()", encodeURIComponent("p@ss!'()")],
    ['hex', 'password', Buffer.from('password').toString('hex')],
    ['base64 inside a longer text', 'passwords', Buffer.from('xpasswordsx').toString('base64')],
    ['short quotes', '"quoted"', 'quoted'],
  ])('misses %s, as the real one does', (_, value, form) => {
    expect(masking(value)(form)).toBe(form);
  });

  it('leaves no registered value standing', () => {
    const values = fc.array(
      fc.string({ minLength: 1 }).filter((value) => !'***'.includes(value)),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(values, fc.string(), (secrets, text) => {
        const mask = masking(...secrets);
        const pieces = mask([text, ...secrets, text].join('|')).split('***');
        return pieces.every((piece) => secrets.every((secret) => !piece.includes(secret)));
      }),
    );
  });
});

describe('jobOutputs', () => {
  it('drops what masking would change, with the words of the runner', () => {
    const masker = createMasker(['pa55word']);
    expect(jobOutputs({ uri: 'mongodb://u:pa55word@h', host: 'h', none: '' }, masker)).toEqual({
      outputs: { host: 'h' },
      warnings: ["Skip output 'uri' since it may contain secret."],
    });
  });
});
