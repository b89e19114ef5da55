/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the specs under test write variables so. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { substitute } from '../../../src/spec/substitute.ts';
import { desire, environment, parse, variables } from './samples.ts';

it('puts variables into values, and says where', () => {
  const { desired, substitutions } = parse(`
clusters: [{ name: orders, tier: "\${TIER}", atlas: { note: ["a \${TIER} b \${TIER}"] } }]
users:
  - username: app
    password: \${APP_DB_PASSWORD}
    roles: [read@x]
`);
  expect(desired?.clusters[0]).toMatchObject({ tier: 'M10', atlas: { note: ['a M10 b M10'] } });
  expect(substitutions).toEqual([
    { path: ['clusters', 0, 'tier'], variables: ['TIER'], value: 'M10' },
    { path: ['clusters', 0, 'atlas', 'note', 0], variables: ['TIER', 'TIER'], value: 'a M10 b M10' },
    { path: ['users', 0, 'password'], variables: ['APP_DB_PASSWORD'], value: variables.APP_DB_PASSWORD },
  ]);
});

it('takes what comes in as text: neither YAML nor further variables', () => {
  const { users } = desire('users: [{ username: a, roles: [read@x], password: "${NASTY}" }]');
  expect(users[0]?.password).toBe(variables.NASTY);
});

it('leaves keys and escaped characters alone', () => {
  expect(desire('clusters: [{ name: a, atlas: { "${TIER}": "$${TIER}" } }]').clusters[0]?.atlas).toEqual({
    '${TIER}': '${TIER}',
  });
  expect(parse('clusters: [{ name: a, "${TIER}": 1 }]').problems?.join()).toContain(
    'clusters[0]["${TIER}"] is not a known key',
  );
});

it.each([
  ['${NOPE}', 'needs the environment variable NOPE, which is not set or empty'],
  ['${{ secrets.X }}', 'holds a GitHub expression, which nobody evaluates here'],
  ['a ${ b', 'holds ${ without the name of a variable and }'],
  ['${A-B}', 'holds ${ without the name of a variable and }'],
])('refuses %s once, and goes on', (value, problem) => {
  const { problems = [] } = parse(
    `users:\n  - { username: a, roles: [read@x], password: "${value}" }\n  - { username: b }`,
  );
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain(`config:2:47: users[0].password ${problem}`);
  expect(problems[1]).toContain('users[1].roles is missing');
});

it('never shows what a variable holds', () => {
  const places = [
    'organization: "${S}"',
    'project: { name: "${S}" }',
    'clusters: [{ name: "${S}", tier: "${S}", region: "${S}", backup: "${S}", tags: { a: "${S}" }, shards: "${S}" }]',
    'clusters: [{ name: x${S}, mongodb-version: "${S}", atlas: "${S}", regions: ["${S}"], auto-scaling: "${S}" }]',
    'users: [{ username: "${S}", roles: ["${S}"], password: "${S}", authentication: "${S}", clusters: ["${S}"] }]',
    'network-access: [{ address: "${S}", comment: "${S}", expires-in-hours: "${S}" }, "${S}"]',
    '"${S}"',
  ];
  const secrets = fc.string({ minLength: 12, maxLength: 100 }).filter((text) => !/^[\s"\\]|[\s"\\]$/.test(text));
  fc.assert(
    fc.property(secrets, fc.constantFrom(...places), (secret, place) => {
      const { problems = [] } = parse(place, { variables: (name) => (name === 'S' ? secret : undefined) });
      expect(problems.join('\n')).not.toContain(secret);
    }),
    { numRuns: 1000 },
  );
});

it('never shows a password that stands in the text, even where the text is not YAML', () => {
  const password = 'hunter2-hunter2';
  for (const rest of ['', '"', '" x', ': y', '\n b', '\n\t']) {
    const text = `users: [{ username: a, password: "${password}${rest}, roles: 5 }]\npassword: ${password}`;
    expect(parse(text).problems?.join('\n')).not.toContain(password);
  }
});

it('replaces every well-formed variable, and nothing else, in one pass', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('$', '{', '}', 'A', 'B', ' ') }), fc.string(), (text, value) => {
      const { text: replaced, names, problems } = substitute(text, () => value || 'v');
      if (!text.includes('${')) expect(replaced).toBe(text);
      expect(names.every((name) => /^[AB]+$/.test(name))).toBe(true);
      if (problems.length === 0 && names.length === 0) expect(replaced).toBe(text.replaceAll('$${', '${'));
    }),
  );
});

it('never touches keys', () => {
  const key = fc.string({ unit: fc.constantFrom('$', '{', '}', 'T', 'TIER', 'a') });
  fc.assert(
    fc.property(key, (name) => {
      const text = JSON.stringify({ clusters: [{ atlas: { [name]: 1 } }] });
      expect(Object.keys(desire(text, { environment }).clusters[0]?.atlas ?? {})).toEqual([name]);
    }),
  );
});
