import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesNothing, plan } from '../../../src/spec/plan.ts';
import { planJson, planLines, planRows } from '../../../src/spec/render-plan.ts';
import { desire, environment, nothing, now, realized, repository } from './samples.ts';

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const tags = fc.dictionary(word, fc.stringMatching(/^[A-Za-z0-9 ;@_.+-]{1,12}$/), { maxKeys: 3 });
const hour = optional(fc.integer({ min: 1, max: 168 }));

/** A size, and the bounds between which Atlas could scale it; local disks have no size that anybody chooses. */
const size = fc
  .constantFrom(
    { tier: 'M10', min: 'M10', max: 'm300', disks: true },
    { tier: 'm20', min: 'M10', max: 'M200', disks: true },
    { tier: 'R40', min: 'R40', max: 'r80', disks: true },
    { tier: 'M40_NVME', min: 'M40_nvme', max: 'M80_NVME', disks: false },
    { tier: 'M40_GEN_2', min: 'M30_GEN_2', max: 'M80_GEN_2', disks: true },
  )
  .chain(({ tier, min, max, disks }) =>
    fc.record({
      tier: fc.constant(tier),
      'disk-size-gb': disks ? optional(fc.integer({ min: 10, max: 4000 })) : fc.constant(undefined),
      'auto-scaling': optional(
        fc.record({
          disk: optional(fc.boolean()),
          compute: optional(fc.constantFrom(false, { max }, { min, max })),
        }),
      ),
    }),
  );

const others = fc.record({
  regions: fc
    .uniqueArray(fc.constantFrom('US_EAST_1', 'eu-west-1', 'AP_SOUTH_1', 'CA_CENTRAL_1'), { minLength: 1 })
    .map((regions) => regions.map((region) => ({ region }))),
  'mongodb-version': optional(fc.constantFrom('7.0', '8.0')),
  'point-in-time': optional(fc.boolean()),
  'termination-protection': optional(fc.boolean()),
  shards: optional(fc.integer({ min: 1, max: 4 })),
  tags: optional(tags),
  atlas: optional(
    fc.dictionary(
      word.map((key) => `x${key}`),
      // The parser refuses this key at any depth, as it must.
      fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('"__proto__"')),
      { maxKeys: 3 },
    ),
  ),
});
const dedicated = fc.tuple(size, others).map(([one, other]) => ({ ...one, ...other }));
const tenant = fc.record({
  tier: fc.constantFrom('M0', 'flex'),
  region: fc.constant('US_EAST_1'),
  tags: optional(tags),
});

const spec = fc.record({
  project: fc.record({ name: fc.constant('preview'), tags: optional(tags) }),
  clusters: fc
    .uniqueArray(fc.tuple(word, fc.oneof(dedicated, tenant)), { maxLength: 4, selector: ([name]) => name })
    .map((all) => all.map(([name, cluster]) => ({ name, ...cluster }))),
  users: fc.uniqueArray(
    fc
      .record({
        username: word,
        authentication: optional(fc.constantFrom('password', 'aws-iam-role', 'oidc-group', 'x509-customer')),
        roles: fc.array(
          fc.tuple(word, word).map(([role, database]) => `x${role}@${database}`),
          { minLength: 1, maxLength: 3 },
        ),
        description: optional(fc.constantFrom('a', 'b c')),
        'expires-in-hours': hour,
      })
      .map((user) =>
        user.authentication === 'aws-iam-role'
          ? { ...user, username: `arn:aws:iam::123456789012:role/${user.username}` }
          : user,
      ),
    { maxLength: 3, selector: ({ username }) => username },
  ),
  'network-access': fc.uniqueArray(
    fc.record({ address: fc.ipV4(), comment: optional(fc.constantFrom('office', 'vpn')), 'expires-in-hours': hour }),
    { maxLength: 3, selector: ({ address }) => address },
  ),
});

/** As YAML, without variables. */
function written(content: unknown): string {
  return JSON.stringify(content).replaceAll(`\${`, () => '$${');
}

const options = fc.constantFrom({ now, repository }, { now, repository, environment });

it('changes nothing where its own result stands', () => {
  fc.assert(
    fc.property(spec, options, (content, as) => {
      const desired = desire(written(content), as);
      const again = plan(desired, realized(desired, as), as);
      expect(again.problems).toEqual([]);
      expect(again.steps.filter(({ action }) => action !== 'unchanged')).toEqual([]);
      expect(changesNothing(again)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('plans the same for the same, and leaves what it looks at alone', () => {
  fc.assert(
    fc.property(spec, spec, options, (one, other, as) => {
      const desired = desire(written(one), as);
      const actual = realized(desire(written(other), as), as);
      const before = JSON.stringify({ desired, actual });
      const first = plan(desired, actual, as);
      expect(plan(structuredClone(desired), structuredClone(actual), as)).toEqual(first);
      expect(JSON.stringify({ desired, actual })).toBe(before);
      for (const { action, changes } of first.steps) if (action === 'unchanged') expect(changes).toEqual([]);
      for (const { changes } of first.steps) for (const { from, to } of changes) expect(from).not.toBe(to);
    }),
    { numRuns: 300 },
  );
});

it('shows any plan: a row a step, lines without line breaks, JSON that reads back', () => {
  fc.assert(
    fc.property(spec, options, (content, as) => {
      const given = plan(desire(written(content), as), nothing, as);
      expect(planRows(given)).toHaveLength(given.steps.length);
      for (const line of planLines(given)) expect(line).not.toMatch(/[\r\n\u2028\u2029]/);
      expect(JSON.parse(planJson(given))).toEqual(
        JSON.parse(JSON.stringify({ steps: given.steps, notices: given.notices })),
      );
    }),
  );
});
