import fc from 'fast-check';

/** Texts with which names, tags and errors of others would like to be more than texts. */
const tricks: readonly string[] = [
  '\n::add-mask::orders\n',
  '\r::stop-commands::x\r',
  '\r\n  ::set-output name=outcome::hacked\r\n',
  '\u2028::error title=x::y\u2028',
  '##[add-mask]shop',
  '##[group]x',
  '::debug::x',
  '\u00a0::warning file=a.ts,line=1::y',
  '<img src=x onerror=alert(1)>',
  '</td></tr></table><script>alert(1)</script>',
  '</code>',
  '--><b>',
  '\n\n# heading\n\n[link](javascript:alert(1)) ![i](https://evil.example/x.png)',
  '`code` **bold** | cell | @octocat #1 https://evil.example',
  '&lt;b&gt; &amp;amp; &#x3c;',
  '\u001b[2J\u001b[31m\u0007\u0008',
  '\u202eevil\u202c\u2066x\u2069\u200f\u061c',
  '\u0000\u0085\u009b31m',
  '\nEOF\noutcome<<EOF\nhacked\nEOF\n',
  'ghadelimiter_\noutcome=hacked',
  '$& $1 $`',
  '%0A::add-mask::x%0D',
  '__proto__',
  'constructor',
  '🏳️‍🌈 \ud83d half',
  'x'.repeat(5_000),
];

/** A text that tries one of the tricks, or several, with something around them. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ arbitrary: fc.constantFrom(...tricks), weight: 3 }, fc.string({ unit: 'binary', maxLength: 6 })), {
    minLength: 2,
    maxLength: 6,
  })
  .map((parts) => parts.join(''));
