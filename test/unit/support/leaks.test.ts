import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposedTexts } from '../../support/runner/exposed-texts.ts';
import { findLeaks } from '../../support/runner/leaks.ts';
import { assertNoLeaks } from '../../support/runner/own-actions.ts';
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

describe('a stage of our own actions', () => {
  const stage = { action: 'snapshot', inputs: { 'private-key': 'pr1vate-key' }, secrets: ['s3cret-of-the-job'] };
  const resultOf = async (main: string) => {
    const root = await fixtureActions({ demo: { main, inputs: '  private-key: { description: k }' } });
    return runAction({ ...stage, root, action: 'demo' });
  };

  it.each([
    ['a secret input', `say('pr1vate-key')`, /pr1vate-key in log \(raw\)/],
    [
      'a secret of the job',
      `say(Buffer.from('s3cret-of-the-job').toString('hex'))`,
      /s3cret-of-the-job in log \(hex\)/,
    ],
    ['what it has masked itself', `say('early-bird'); say('::add-mask::early-bird')`, /early-bird in log \(raw\)/],
    ['anything on stderr', `say('::add-mask::pr1vate-key'); process.stderr.write('pr1vate-key')`, /in stderr/],
  ])('must not let %s be seen', async (_, main, expected) => {
    const result = await resultOf(main);
    expect(() => assertNoLeaks(stage, result)).toThrow(expected);
  });

  it('is not to blame for what the runner prints before it starts', async () => {
    const result = await resultOf(`say('::add-mask::pr1vate-key'); say('pr1vate-key')`);
    expect(result.stepHeader).toContain('pr1vate-key');
    assertNoLeaks(stage, result);
  });
});
