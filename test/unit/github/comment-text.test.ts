import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearsMarker, commentText, markerLine, sameText } from '../../../src/github/comment-text.ts';
import { upsertComment } from '../../../src/github/comments.ts';
import { repository, setStage } from './stage.ts';

const anyText = fc.string({ unit: fc.oneof(fc.constantFrom('-', '>', '!', '\n', '\r', '%', ' '), fc.string()) });

describe('the marker', () => {
  it('stays readable where it is made of the usual characters', () => {
    expect(markerLine('atlas-preview:5f00aa:feature/login_2.0')).toBe(
      '<!-- atlas-preview:5f00aa:feature/login_2.0 -->',
    );
  });

  it('cannot be broken out of, whatever a branch is called', () => {
    fc.assert(
      fc.property(anyText, (marker) => {
        const line = markerLine(marker);
        expect(line.slice(5, -4)).toMatch(/^(?!-?>)[\w.:/%-]*$/);
        expect(line.slice(4, -3)).not.toContain('--');
      }),
    );
  });

  it('tells any two names apart', () => {
    fc.assert(
      fc.property(
        anyText.map((text) => text.toWellFormed()),
        anyText.map((text) => text.toWellFormed()),
        (one, other) => {
          expect(bearsMarker(commentText(one, ''), other)).toBe(one === other);
        },
      ),
    );
    expect(markerLine('a--b')).not.toBe(markerLine('a-%2db'));
  });

  it('is found whatever the body holds', () => {
    fc.assert(
      fc.property(anyText, (body) => {
        expect(bearsMarker(commentText('mine', body), 'mine')).toBe(true);
      }),
    );
  });
});

describe('a hostile or huge body', () => {
  it('cannot pass for the comment of another marker', () => {
    expect(bearsMarker(commentText('mine', '<!-- theirs -->\nhello'), 'theirs')).toBe(false);
  });

  it('fits to the last character, uncut', () => {
    const room = 65_536 - '<!-- m -->\n'.length;
    expect(commentText('m', 'x'.repeat(room))).toBe(`<!-- m -->\n${'x'.repeat(room)}`);
    expect(commentText('m', 'x'.repeat(room + 1))).toContain('longer than GitHub allows');
  });

  it.each([
    { of: 'one endless line', body: 'x'.repeat(200_000) },
    { of: 'emoji', body: '🍃'.repeat(60_000) },
    { of: 'short lines', body: '| a | b |\n'.repeat(20_000) },
    { of: 'line breaks', body: '\n'.repeat(100_000) },
    { of: 'an open HTML comment', body: `<!-- ${'y'.repeat(100_000)}` },
    { of: 'halves of characters', body: '\ud83c'.repeat(70_000) },
    { of: 'zeros', body: '\0'.repeat(70_000) },
  ])('is cut visibly and is accepted by GitHub: $of', async ({ body }) => {
    const { pull, openAsJob } = setStage();
    await upsertComment(await openAsJob(), { repository, issueNumber: 7, marker: 'm', body });
    const [text = ''] = pull.comments.map((comment) => comment.body);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(
      /^<!-- m -->\n> \[!WARNING\]\n> This comment is longer than GitHub allows\. Its end is missing\.\n\n/,
    );
    expect(text.isWellFormed()).toBe(true);
  });

  it('is unchanged the next time, cut or not', async () => {
    const { openAsJob } = setStage();
    const client = await openAsJob();
    const comment = { repository, issueNumber: 7, marker: 'm', body: 'line\n'.repeat(30_000) };
    expect(await upsertComment(client, comment)).toMatchObject({ outcome: 'created' });
    expect(await upsertComment(client, comment)).toMatchObject({ outcome: 'unchanged' });
  });

  it('is cut at the end of a line', () => {
    expect(commentText('m', '| a | b |\n'.repeat(20_000))).toMatch(/\| a \| b \|$/);
  });
});

it('takes texts that differ in line ends and space at the end for the same', () => {
  expect(sameText('a\r\nb\n', 'a\nb')).toBe(true);
  expect(sameText('a b', 'a  b')).toBe(false);
});
