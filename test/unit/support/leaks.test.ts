import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposedTexts } from '../../support/runner/exposed-texts.ts';
import { findLeaks } from '../../support/runner/leaks.ts';
import { runAction } from '../../support/runner/run-action.ts';
import { fixtureActions } from './fixture-action.ts';

const SECRET = `p@ss w/or"d!'(1)*`;
const hidden: ReadonlyArray<readonly [string, string]> = [
  ['raw', `x${SECRET}x`],
  ['percent-encoded', `mongodb://u:${encodeURIComponent(SECRET)}@h`],
  ['percent-encoded, RFC 3986', 'p%40ss%20w%2For%22d%21%27%281%29%2A'],
  ['percent-encoded, lower case', "p%40ss%20w%2for%22d!'(1)*"],
  ['form-encoded', new URLSearchParams({ p: SECRET }).toString()],
  ['percent-encoded twice', encodeURIComponent(encodeURIComponent(SECRET))],
  ['json', JSON.stringify({ p: SECRET })],
  ['json in json', JSON.stringify(JSON.stringify({ p: SECRET }))],
  ['hex', Buffer.from(SECRET).toString('hex')],
  ['hex, upper case', Buffer.from(`x${SECRET}`).toString('hex').toUpperCase()],
];

describe('findLeaks', () => {
  it.each(hidden)('finds a secret that is %s', (form, text) => {
    expect(findLeaks({ log: text, clean: 'nothing here' }, { password: SECRET })).toContainEqual(
      expect.objectContaining({ text: 'log', secret: 'password', form }),
    );
  });

  it('finds base64 and base64url wherever the secret stands in the encoded text', () => {
    const secret = 'a?b>c~d?e>fgh';
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.uint8Array(),
        fc.constantFrom('base64' as const, 'base64url' as const),
        (before, after, encoding) => {
          const text = Buffer.concat([before, Buffer.from(secret), after]).toString(encoding);
          return findLeaks({ text }, [secret]).length > 0;
        },
      ),
    );
  });

  it('finds a single line of a secret of several', () => {
    expect(findLeaks({ log: 'MIIEvQIBADANBg' }, ['-----BEGIN-----\nMIIEvQIBADANBg\n-----END-----'])).toHaveLength(1);
  });

  it('finds nothing in masked text', () => {
    expect(findLeaks({ log: 'password: ***', empty: '' }, [SECRET, ''])).toEqual([]);
  });
});

describe('exposedTexts', () => {
  it('shows what a step lets out: titles, late masks, unmasked encodings', async () => {
    const main = `
      say('::add-mask::pa55word'); say('pa55word'); say('::error title=pa55word::pa55word');
      set('OUTPUT', 'uri=mongodb://u:pa55word@h\\nhex=' + Buffer.from('pa55word').toString('hex') + '\\n');
      set('STEP_SUMMARY', 'pa55word'); await wait(50); process.stderr.write('pa55word');
    `;
    const result = await runAction({ root: await fixtureActions({ demo: { main } }), action: 'demo' });
    const leaks = findLeaks(exposedTexts(result), { password: 'pa55word' });
    expect(leaks.map(({ text, form }) => [text, form])).toEqual([
      ['stderr', 'raw'],
      ['annotations', 'raw'],
      ['outputs', 'hex'],
    ]);
  });
});
