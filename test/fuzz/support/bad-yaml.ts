/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: a spec has its variables in them */
import fc from 'fast-check';

/** Documents that have hurt readers of YAML, and what merely looks like a spec. */
const documents: readonly string[] = [
  // Every level holds the one before nine times.
  [
    'a0: &a0 [x]',
    ...Array.from({ length: 9 }, (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(9)}]`),
  ].join('\n'),
  `clusters: &all\n  - *all\n`,
  'clusters: &c\n  - { name: a, <<: *c }\n',
  '<<: { clusters: [{ name: a, tier: M10 }] }\n',
  'defaults: &d { tier: M10 }\nclusters:\n  - { <<: *d, name: a }\n',
  'clusters: *nobody\n',
  '&a [*a]',
  '['.repeat(5_000),
  `clusters: ${'[{'.repeat(2_000)}`,
  '{ '.repeat(3_000),
  '__proto__: { clusters: [] }\nconstructor: { prototype: { x: 1 } }\n',
  'clusters:\n  - { name: __proto__, tier: constructor, region: toString }\n',
  'clusters:\n  - { name: a, atlas: { __proto__: { x: 1 }, "constructor": 1 } }\n',
  'clusters: !!js/function "x"\n',
  'clusters: !!binary "AAAA"\n',
  'clusters: !!set { a, b }\n',
  'clusters: !!python/object/apply:os.system ["id"]\n',
  '%YAML 1.1\n---\nclusters: yes\n',
  '--- a\n--- b\n',
  '? [complex, key]\n: value\n',
  'clusters: [{ name: 0x10, tier: 010, region: .inf }]\n',
  'clusters: [{ name: 2026-11-21, tier: 1e3, region: ~ }]\n',
  'clusters: [{ name: a, disk-size-gb: 99999999999999999999 }]\n',
  'clusters: [{ name: a, disk-size-gb: -0 }, { name: A, disk-size-gb: .nan }]\n',
  'clusters: [{ name: a }, { name: a }]\n',
  'clusters: { name: a, name: b }\n',
  'users:\n  - { username: app, password: "\\ud83d half a pair", roles: [readWrite@x] }\nclusters: [{ name: a, tier: M10 }]\n',
  'users:\n  - { username: "\\0", password: "12345678", roles: ["@"] }\nclusters: [{ name: a }]\n',
  'users: [{ username: app, password: ${NOT_SET} }]\n',
  'users: [{ username: app, password: ${__proto__} }]\n',
  'users: [{ username: app, password: "${INPUT_CLIENT-SECRET}" }]\n',
  'network-access: [{ address: 0.0.0.0/0 }, { address: ::/0 }, { address: 1.2.3.4/33 }, { address: 1.2.3 }]\n',
  'network-access: [1, null, [], "x", true]\n',
  'project: []\norganization: {}\nclusters: 7\nusers: x\nnetwork-access: null\n',
  'clusters:\n\t- name: a\n',
  `clusters: [{ name: ${'x'.repeat(100_000)} }]\n`,
  `${'# comment\n'.repeat(10_000)}clusters: []\n`,
  Array.from({ length: 2_000 }, (_, index) => `key${index}: ${index}`).join('\n'),
  'clusters: |\n  - name: a\n',
  '"clusters": ["\\x00\\u0000\\U0010FFFF"]\n',
  'clusters: "unclosed\n',
  ': :\n',
  '\ufeffclusters: []\n',
];

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e21,
    '',
    ' ',
    'M10',
    'orders-db',
    '__proto__',
    '${HOME}',
    '\0',
    '*a',
    '&a',
    '!!x',
  ),
  fc.string({ maxLength: 12 }),
);
const key = fc.constantFrom(
  'project',
  'organization',
  'clusters',
  'users',
  'network-access',
  'name',
  'tier',
  'region',
  'backup',
  'atlas',
  'username',
  'password',
  'roles',
  'address',
  'tags',
  '__proto__',
  'Clusters',
  'x',
);
const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(key, tie('node'), { maxKeys: 4 }),
  ),
})).node;

/** A spec that is in order, in JSON, which is YAML too. */
const spec = {
  project: { name: 'previews' },
  clusters: [
    { name: 'orders-db', tier: 'M10', provider: 'AWS', region: 'EU_WEST_1', backup: true, tags: { team: 'x' } },
  ],
  users: [{ username: 'app', password: 'long enough, and more', roles: ['readWrite@orders'], clusters: ['orders-db'] }],
  'network-access': [{ address: '198.51.100.0/24', comment: 'office' }],
};

/** The same with one thing in it replaced. */
const almostRight = fc
  .tuple(fc.nat(), fc.oneof(scalar, tree, fc.constantFrom('\ud83d half', '\u0000', 'x'.repeat(5_000))))
  .map(([place, value]) => {
    const count = JSON.stringify(spec).match(LEAF)?.length ?? 1;
    let seen = 0;
    return JSON.stringify(spec).replace(LEAF, (leaf) =>
      seen++ === place % count ? ` ${JSON.stringify(value)}` : leaf,
    );
  });

/** A scalar after its key, or at the beginning of a list. */
const LEAF = /(?<=[:[])(?:"[^"]*"|true)/g;

/** What may stand in `config` where a spec should. A colon and a blank, or a line break, make it YAML instead of a path. */
export const badYaml: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...documents), weight: 3 },
  {
    arbitrary: fc.tuple(fc.constantFrom(...documents), fc.constantFrom(...documents)).map((both) => both.join('\n')),
    weight: 1,
  },
  { arbitrary: almostRight, weight: 3 },
  { arbitrary: tree.map((value) => `${JSON.stringify(value)}\n`), weight: 3 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `clusters: ${text}\n`), weight: 1 },
);
