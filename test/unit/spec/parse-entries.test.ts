import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Alias } from 'yaml';
import { parseEntries } from '../../../src/spec/parse-entries.ts';

const HOUR = 3_600_000;
const parse = (text: string, allowAnywhere = false) => parseEntries(text, { source: 'list', now: 0, allowAnywhere });
const entriesOf = (text: string) => {
  const parsed = parse(text);
  return 'entries' in parsed ? parsed.entries : parsed.problems;
};
const problemsOf = (text: string) => {
  const parsed = parse(text);
  return 'problems' in parsed ? parsed.problems : [];
};
const entry = (address: string, comment?: string, hours?: number) => ({
  address,
  comment,
  expiresAt: hours === undefined ? undefined : hours * HOUR,
});

describe('a list, one a line', () => {
  it('has addresses, comments behind #, and several on a line', () => {
    const text = '198.51.100.0/24 # office\r\n\n# nothing here\n 192.0.2.1, 192.0.2.2 #  both # of them\n192.0.2.3#4';
    expect(entriesOf(text.replace('\n192.0.2.3#4', ''))).toEqual([
      entry('198.51.100.0/24', 'office'),
      entry('192.0.2.1', 'both # of them'),
      entry('192.0.2.2', 'both # of them'),
    ]);
    expect(problemsOf(text)).toEqual([expect.stringContaining('list:5: "192.0.2.3#4" is not an IP address')]);
  });

  it('has every problem with its line', () => {
    expect(problemsOf('192.0.2.1 office\n192.0.2.256\n0.0.0.0/0')).toEqual([
      expect.stringMatching(/^list:1: a word of 6 characters is not .*; a comment stands behind a #$/),
      expect.stringMatching(/^list:2: "192\.0\.2\.256" is not /),
      'list:3: 0.0.0.0/0 lets the whole internet in; if that is meant, set allow-anywhere: true',
    ]);
  });
});

describe('a list in YAML', () => {
  it('has addresses, and mappings with comment and expiry', () => {
    const text = `---
- 192.0.2.1
- { address: 192.0.2.2, comment: 007, expires-in-hours: 5 }
- &lab
  address: 10.0.0.0/16
  comment: 'lab: east'
- 2001:db8::1`;
    expect(entriesOf(text)).toEqual([
      entry('192.0.2.1'),
      entry('192.0.2.2', '007', 5),
      entry('10.0.0.0/16', 'lab: east'),
      entry('2001:db8::1'),
    ]);
    expect(entriesOf('["192.0.2.1", {"address": "192.0.2.2"}]')).toEqual([entry('192.0.2.1'), entry('192.0.2.2')]);
    expect(entriesOf('[]')).toEqual([]);
    expect(entriesOf('[ ] # none')).toEqual([]);
  });

  it.each([
    ['- adress: 192.0.2.1', 'list:1:3: "adress" is no key of an entry; did you mean address?'],
    ['- { address: 192.0.2.1, address: 192.0.2.2 }', 'list:1:25: is not valid YAML: the line names a key twice'],
    ['- comment: office', 'list:1:3: has no address'],
    ['- [192.0.2.1]', 'list:1:3: is neither an address'],
    ['{ address: 192.0.2.1 }', 'list:1:1: is no list'],
    ['- 192.0.2.1\n-', 'list:2:2: "" is not an IP address'],
    ['- 3232235777', 'list:1:3: a word of 10 characters is not an IP address'],
    ['- hunter2:secret', 'list:1:3: a word of 14 characters is not an IP address'],
    ['- ::ffff:192.0.2.300', '"::ffff:192.0.2.300" is not an IP address'],
    ['- !!binary MTI3', 'is not an IP address'],
    ['- { address: [192.0.2.1] }', 'address needs a text'],
    ['- *nowhere', 'list:1:3: is not valid YAML: the line refers with * to something that no & names before it'],
    ['- address: *nowhere', 'list:1:12: is not valid YAML: the line refers with * to something that no & names'],
    [
      '- address: 192.0.2.1\n\tcomment: x',
      'list:2:2: is not valid YAML: the line is indented with a tab; YAML wants spaces',
    ],
    ['- 192.0.2.1\n\t- 192.0.2.2', 'list:2:1: is not valid YAML: the line is indented with a tab; YAML wants spaces'],
    [
      `- { ${Array.from({ length: 21 }, (_, index) => `k${index}: 1`).join(', ')} }`,
      'list:1:3: has 21 keys; known are address',
    ],
    [`- { ${'k'.repeat(500)}: 1 }`, 'list:1:5: a text of 500 characters is no key of an entry'],
    ['\ufffd\ufffd-\0 \x001\0', 'list: is UTF-16, or no text at all; save it as UTF-8'],
    ['192.0.2.1 # b\ufffdro', 'list: holds bytes that are no UTF-8 text; save it as UTF-8'],
    ['- 192.0.2.1\n---\n- 192.0.2.2', 'begins a second document'],
    ['- { address: 192.0.2.1, comment: "', 'is not valid YAML'],
    ['- { address: 192.0.2.1, expires-in-hours: 0x5 }', 'expires-in-hours is not a whole number from 1 to 168'],
    ['- { address: 192.0.2.1, expires-in-hours: 169 }', 'expires-in-hours is not a whole number from 1 to 168'],
    ['- { address: sg-0a, expires-in-hours: 5 }', 'does not go with an AWS security group'],
    ['- { address: 192.0.2.1, allow-anywhere: yes }', 'allow-anywhere is neither true nor false'],
    [`- { address: 192.0.2.1, comment: ${'x'.repeat(61)} }`, 'the comment is longer than 60 characters'],
    ['- { address: 192.0.2.1, __proto__: x }', '"__proto__" is no key'],
    ['['.repeat(50_000), 'is not valid YAML'],
  ])('%j says what is wrong, and where', (text, problem) => {
    expect(problemsOf(text).join('\n')).toContain(problem);
  });

  it('takes a block that is meant, entry by entry', () => {
    expect(entriesOf('- { address: 0.0.0.0/0, allow-anywhere: true }')).toEqual([entry('0.0.0.0/0')]);
    expect(problemsOf('- { address: 0.0.0.0/0, allow-anywhere: false }')).toHaveLength(1);
  });
});

it('tells of what is listed twice, lies within another entry, or is rounded', () => {
  const parsed = parse('10.0.0.0/8 # a\n10.1.2.3/16\n10.0.0.0/8 # b\n192.0.2.1/32\n::ffff:192.0.2.1');
  expect(parsed).toEqual({
    entries: [entry('10.0.0.0/8', 'a'), entry('10.1.0.0/16'), entry('192.0.2.1')],
    notices: [
      'list:2: 10.1.2.3/16 is taken as 10.1.0.0/16',
      '10.0.0.0/8 is listed more than once; what stands first counts',
      '192.0.2.1 is listed more than once; what stands first counts',
      '10.1.0.0/16 lies within 10.0.0.0/8, which is listed, too',
    ],
  });
});

it('refuses more than Atlas takes, and more than anybody writes', () => {
  const many = Array.from({ length: 201 }, (_, number) => `10.0.${Math.floor(number / 250)}.${number % 250}`).join(
    '\n',
  );
  expect(problemsOf(many)).toEqual(['list: lists 201 entries; Atlas takes 200 in a project']);
  expect(problemsOf('# x\n'.repeat(70_000))).toEqual(['list: is larger than 256 kB']);
});

describe('a list whose reading could take long', () => {
  const aliases = `- &a 192.0.2.1\n${'- *a\n'.repeat(40_000)}`;

  it('is counted before any alias is followed', () => {
    const followed = vi.spyOn(Alias.prototype, 'resolve');
    expect(problemsOf(aliases)).toEqual(['list: lists 40001 entries; Atlas takes 200 in a project']);
    expect(problemsOf(`[&a 1, ${'*a, '.repeat(50_000)}]`)).toEqual([expect.stringContaining('lists 50001 entries')]);
    expect(followed).not.toHaveBeenCalled();
  });

  it('follows aliases of a list that is no longer than Atlas takes', () => {
    const followed = vi.spyOn(Alias.prototype, 'resolve');
    const text = '- &one { address: 192.0.2.1, comment: &why office }\n- *one\n- { address: 192.0.2.2, comment: *why }';
    expect(entriesOf(text)).toEqual([entry('192.0.2.1', 'office'), entry('192.0.2.2', 'office')]);
    expect(entriesOf('- { &key address : 192.0.2.1, comment: *key }')).toEqual([entry('192.0.2.1', 'address')]);
    expect(entriesOf('- { &key address : 192.0.2.1 }\n- { *key : 192.0.2.2 }')).toHaveLength(2);
    expect(problemsOf('- { *key : 192.0.2.2 }').join()).toContain('refers with * to something that no & names');
    expect(followed).not.toHaveBeenCalled();
  });

  it('looks at no more keys of an entry than anybody writes', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join(', ');
    expect(problemsOf(`- { ${many} }`)).toEqual([
      'list:1:3: has 20000 keys; known are address, comment, expires-in-hours, allow-anywhere',
    ]);
  });
});

it('takes the mark of UTF-8 at the beginning of a file', () => {
  expect(entriesOf('\ufeff192.0.2.1')).toEqual([entry('192.0.2.1')]);
  expect(entriesOf('\ufeff- 192.0.2.1')).toEqual([entry('192.0.2.1')]);
});

it('keeps an IPv6 address whose end is written with dots', () => {
  expect(entriesOf('::198.51.100.77\n::203.0.113.0/120\n::ffff:198.51.100.7')).toEqual([
    entry('::c633:644d'),
    entry('::cb00:7100/120'),
    entry('198.51.100.7'),
  ]);
});

it('never throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'-[]{}:, #&*!|>\n\t19.a"\'') })), (text) => {
      const parsed = parse(text);
      expect('entries' in parsed || parsed.problems.length > 0).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
