import { describe, expect, it } from 'vitest';
import { summaryAsText } from '../../../scripts/summary-as-text.ts';
import { defuse } from '../../../src/runner/log.ts';
import { maskForms } from '../../../src/runner/masking.ts';
import { renderSummary } from '../../../src/runner/summary.ts';
import { openVault } from '../../../src/runner/vault.ts';
import { KNOWN_COMMANDS, parseCommand } from '../../support/runner/commands.ts';

describe('text of others in the log', () => {
  it.each([
    '::add-mask::e',
    '  ::set-output name=x::y',
    '\t::error::x',
    'fine\n::stop-commands::x',
    'fine\r::debug::x',
    'fine\r\n::debug::x',
    'a ##[add-mask]e',
    '\u00a0::warning::x',
    '\u2003::warning::x',
    '\ufeff::warning::x',
  ])('is no command for the runner: %j', (hostile) => {
    const commandsIn = (text: string) =>
      text.split(/\r\n|\r|\n/).flatMap((line) => parseCommand(line, new Set(KNOWN_COMMANDS)) ?? []);
    expect(commandsIn(hostile)).not.toEqual([]);
    expect(commandsIn(defuse(hostile))).toEqual([]);
  });

  it('cannot move the cursor or reorder what is read', () => {
    expect(defuse('a\u001b[2Kb\u202ec\u0000\u200f\u061c')).toBe('a\\u001b[2Kb\\u202ec\\u0000\\u200f\\u061c');
  });

  it('stays as it is where it is harmless', () => {
    const harmless = 'std::vector at 12:30:59, https://a.example/x?y=1#z\n\tindented';
    expect(defuse(harmless)).toBe(harmless);
  });
});

describe('the forms of a secret', () => {
  it('are the raw, both percent-encoded and both base64 ones', () => {
    expect(maskForms("p@ss'(word)!*")).toEqual([
      "p@ss'(word)!*",
      "p%40ss'(word)!*",
      'p%40ss%27%28word%29%21%2A',
      Buffer.from("p@ss'(word)!*").toString('base64'),
      Buffer.from("p@ss'(word)!*").toString('base64url'),
    ]);
  });

  it('are JSON too where that differs: in a summary it is escaped once more, and the runner would not know it', () => {
    expect(maskForms('say "hi"\n')).toContain('say \\"hi\\"\\n');
  });

  it('are none for a blank value, which would star the whole log', () => {
    expect(maskForms('')).toEqual([]);
    expect(maskForms(' \n\t')).toEqual([]);
  });

  it('exist for text that is no valid Unicode', () => {
    expect(maskForms('a\ud800b')).toContain('a%EF%BF%BDb');
  });
});

describe('a summary', () => {
  it('is a table of facts and links, with empty facts left out', () => {
    const markdown = renderSummary(
      {
        title: 'Snapshot of orders',
        facts: [
          ['Cluster', 'orders'],
          ['Size', undefined],
        ],
        links: [{ text: 'Atlas', url: 'https://cloud.mongodb.com/v2/1#/clusters/backup/orders' }],
        note: 'All is well.',
      },
      (text) => text,
    );
    expect(markdown).toMatchInlineSnapshot(`
      "<h3>Snapshot of orders</h3>

      <table>
      <tr><th align="left">Cluster</th><td>orders</td></tr>
      </table>

      <p><a href="https://cloud.mongodb.com/v2/1#/clusters/backup/orders">Atlas</a></p>

      <p>All is well.</p>
      "
    `);
  });

  it('makes the markup of others inert', () => {
    const hostile = '</td></table><img src=x onerror=alert(1)> [x](javascript:1) `a` | *b*\n# c';
    const markdown = renderSummary({ title: hostile, facts: [[hostile, hostile]], note: hostile }, (text) => text);
    expect(markdown).not.toMatch(/<(?!\/?(h3|table|tr|th|td|p)\b)/);
    expect(markdown.match(/<\/table>/g)).toHaveLength(1);
    // GitHub reads Markdown again after a blank line: every block begins with one of our own tags.
    for (const block of markdown.trim().split('\n\n')) expect(block).toMatch(/^<(h3|table|p)>/);
  });

  it('has a table of its own below the facts, short enough to be read, and as inert', () => {
    const hostile = '</td></tr></table><img src=x>\n\n# c';
    const rows = Array.from({ length: 60 }, (_, index) => [`${index}`, index === 0 ? hostile : undefined]);
    const markdown = renderSummary(
      { title: 'Snapshots', facts: [['Cluster', 'orders']], table: { head: ['Id', hostile], rows } },
      (text) => text,
    );
    expect(markdown).toContain('<tr><td>1</td><td></td></tr>');
    expect(markdown).toContain('<td>49</td>');
    expect(markdown).not.toContain('<td>50</td>');
    expect(markdown).toContain('<p>… and 10 more rows.</p>');
    expect(markdown).not.toMatch(/<(?!\/?(h3|table|tr|th|td|p)\b)/);
    expect(markdown.match(/<\/table>/g)).toHaveLength(2);
    for (const block of markdown.trim().split('\n\n')) expect(block).toMatch(/^<(h3|table|p)>/);
    expect(renderSummary({ title: 'None', facts: [], table: { head: ['Id'], rows: [] } }, String)).toBe(
      '<h3>None</h3>\n',
    );
  });

  it('shows in a terminal as what it is', () => {
    const markdown = renderSummary(
      {
        title: 'Snapshots of <orders>',
        facts: [['Cluster', 'orders']],
        table: {
          head: ['Id', 'Status'],
          rows: [
            ['a & b', 'completed'],
            [undefined, 'failed &lt;'],
          ],
        },
        links: [{ text: 'Atlas', url: 'https://cloud.mongodb.com/x' }],
      },
      (text) => text,
    );
    expect(summaryAsText(markdown)).toBe(
      [
        'Snapshots of <orders>',
        '',
        'Cluster  orders',
        '',
        'Id     Status',
        'a & b  completed',
        '       failed &lt;',
        '',
        'Atlas: https://cloud.mongodb.com/x',
      ].join('\n'),
    );
  });

  it('stars out secrets before it escapes or cuts anything', () => {
    const vault = openVault(() => undefined);
    vault.add('mdb_sa_sk_a"b<c>');
    const text = `${'x'.repeat(3_990)} mdb_sa_sk_a"b<c> and more`;
    const table = { head: [text], rows: [[text], [`${'x'.repeat(290)} mdb_sa_sk_a"b<c>`]] };
    const markdown = renderSummary({ title: text, facts: [[text, text]], table, note: text }, vault.redact);
    expect(markdown).not.toContain('mdb_sa');
  });

  it('stays far below the size that the runner takes', () => {
    const long = '"'.repeat(2_000_000);
    const table = { head: Array(8).fill(long), rows: Array(1_000).fill(Array(8).fill(long)) };
    const markdown = renderSummary({ title: long, facts: [[long, long]], table, note: long }, (text) => text);
    expect(markdown.length).toBeLessThan(900_000);
  });
});

it('shows several problems of a summary as a list, and nothing of them as markup', () => {
  const note = 'The inputs have 2 problems:\n- wait: "<b>" is wrong\n- tier: none';
  const html = renderSummary({ title: 'Failed', facts: [], note }, (text) => text);
  expect(html).toContain(
    '<p>The inputs have 2 problems:</p>\n<ul>\n<li>wait: &quot;&lt;b&gt;&quot; is wrong</li>\n<li>tier: none</li>\n</ul>',
  );
  const long = renderSummary({ title: 'Failed', facts: [], note: `- ${'x'.repeat(5_000)}\n- y` }, (text) => text);
  expect(long.length).toBeLessThan(4_200);
});
