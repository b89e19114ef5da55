import fc from 'fast-check';

const printable = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join('');

/** Passwords that somebody has, or that somebody tries. */
const chosen: readonly string[] = [
  printable,
  `  ${printable}\t `,
  'correct horse battery staple',
  'grüße-aus-Zürich-ß',
  '👩‍👩‍👧‍👦🏳️‍🌈🇨🇭 family',
  '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n',
  'first line\r\nsecond line\rthird line',
  '{\n  "type": "service_account",\n  "private_key": "x/y+z=="\n}',
  '.*+?^$ {}()|[]\\/-regex',
  "$& $1 $$ $` $' replaced",
  '%41%42%zz%25%32%35 100%',
  'a%0Ab%0D%0Ac::add-mask::x',
  '::add-mask::secret::value',
  '##[add-mask]secret-value',
  'QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
  'PDw/Pz8+Pg==/+looks-like-base64',
  'deadbeefcafebabe0123456789abcdef',
  '\\u0041\\n\\"escaped\\"\\\\',
  '<b>&amp;&#39;"html"</b>',
  "it''s `quoted` \"three\" 'ways'",
  'before***after',
  'tab\tand\u00a0blanks\u2003of\u200bkinds',
  'bell\u0007 and \u001b[31mred\u001b[0m',
  '\u202ereversed\u202c text',
  'user:password@host/path?query#fragment',
  'mongodb+srv://user:password@host.example/',
  'part1&part2&part3&+part4',
  '"in quotes, all of it"',
  'same-same-same-same-same',
  'x'.repeat(3_000),
  'a long one with blanks '.repeat(400),
];

/** Some that contain others, or are what others are encoded to. */
const related: readonly string[] = chosen
  .slice(0, 24)
  .flatMap((secret) => [
    `${secret}${secret.slice(0, 3)}`,
    secret.slice(0, Math.ceil(secret.length / 2)),
    encodeURIComponent(secret.toWellFormed()),
    Buffer.from(secret).toString('base64'),
  ]);

const drawn = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 40 }),
  fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 }),
  fc.string({ unit: 'binary', minLength: 8, maxLength: 40 }),
  fc
    .array(fc.constantFrom('%', '$', '&', '\\', '"', "'", '\n', '=', '+', '/', '😀', '*', ' ', 'a', '0'), {
      minLength: 12,
      maxLength: 24,
    })
    .map((characters) => characters.join('')),
);

/** Shorter ones stand in innocent texts, and the runner stars out whatever they stand in. */
const SHORTEST = 8;

/** Some two hundred secrets, always the same ones. No variable of an environment holds the character 0, or half a pair. */
export const fuzzedSecrets: readonly string[] = [
  ...new Set(
    [...chosen, ...related, ...fc.sample(drawn, { numRuns: 100, seed: 4711 })]
      .map((secret) => secret.replaceAll('\0', '').toWellFormed())
      .filter((secret) => secret.trim().length >= SHORTEST && !'***'.includes(secret.trim())),
  ),
];
