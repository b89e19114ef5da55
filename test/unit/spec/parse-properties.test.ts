/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the specs under test write variables so. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { environment, parse } from './samples.ts';

const hostileKeys = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  '\n',
  '::error::',
  '<<',
  '0',
];
const specKeys = [
  'clusters',
  'users',
  'network-access',
  'project',
  'name',
  'tags',
  'tier',
  'regions',
  'roles',
  'atlas',
  'password',
];

const key = fc.oneof(fc.constantFrom(...specKeys), fc.constantFrom(...hostileKeys), fc.string({ maxLength: 8 }));
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom(...hostileKeys)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

const located = /^config(:\d+:\d+)?: [^\n]+$/;

it('answers any text with a result or with problems that have a place, and never throws', () => {
  const yamlish = fc.string({
    unit: fc.constantFrom(...'{}[]:,-?&*!|>#%@`"\'\n\t ab${}', 'clusters', 'users', ': ', '- '),
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), yamlish), (text) => {
      const { desired, problems } = parse(text, { environment });
      if (problems) for (const problem of problems) expect(problem).toMatch(located);
      expect(desired === undefined).toBe((problems ?? []).length > 0);
    }),
    { numRuns: 3000 },
  );
});

it('answers any structure, hostile keys included', () => {
  fc.assert(
    fc.property(anything, (content) => {
      const { desired, problems = [] } = parse(stringify(content), { environment });
      for (const problem of problems) expect(problem).toMatch(located);
      expect(desired === undefined).toBe(problems.length > 0);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

it('answers hostile parts at known places', () => {
  const part = fc.record({ at: fc.constantFrom(...specKeys), value: anything });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), anything, (parts, other) => {
      const cluster = Object.fromEntries(parts.map(({ at, value }) => [at, value]));
      const content = {
        clusters: [cluster, other],
        users: [cluster, other],
        'network-access': [other, cluster],
        project: cluster,
      };
      const { desired, problems = [] } = parse(JSON.stringify(content), { environment });
      expect(desired === undefined).toBe(problems.length > 0);
    }),
    { numRuns: 1000 },
  );
});

it('answers the worst that fits into 256 kB within seconds', () => {
  const worst = [
    '*a, '.repeat(60_000),
    '- '.repeat(120_000),
    '{a: '.repeat(60_000),
    'a: &a b\n'.repeat(30_000),
    '"${A}",'.repeat(30_000),
  ];
  for (const text of worst) {
    // CPU time: a busy machine is no fault of the parser.
    const before = process.cpuUsage();
    expect(parse(text).problems?.length).toBeGreaterThan(0);
    expect(parse(`users: [&a 1, ${text}]`).problems?.length).toBeGreaterThan(0);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000, text.slice(0, 20)).toBeLessThan(5_000);
  }
});
