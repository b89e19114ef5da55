import { defuse } from './log.ts';

/** What a step leaves on the run's page. Plain texts; escaping is done here. */
export interface Summary {
  readonly title: string;
  /** Rows of label and value, in order; rows without a value are left out. */
  readonly facts: readonly (readonly [label: string, value: string | undefined])[];
  /** Several things side by side, below the facts. */
  readonly table?: SummaryTable;
  readonly links?: readonly { readonly text: string; readonly url: string }[];
  /** A closing paragraph; lines that begin with "- " are items of a list. */
  readonly note?: string;
}

/** A table with a heading over each column; a cell may be empty. */
export interface SummaryTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | undefined)[])[];
}

/** The runner refuses a summary of over 1 MiB; nobody reads a text of more than this, or so many rows. */
const LONGEST_TEXT = 4_000;
const LONGEST_CELL = 300;
const MOST_ROWS = 50;

/**
 * Renders a summary for GITHUB_STEP_SUMMARY. All of it is HTML, in whose blocks GitHub reads no Markdown, so that foreign text
 * needs only the five escapes of XML, which the runner's masks cover too; `redact` comes before any of them.
 */
export function renderSummary(
  { title, facts, table, links = [], note }: Summary,
  redact: (text: string) => string,
): string {
  const inert = (text: string, longest = LONGEST_TEXT) =>
    escapeXml(shorten(defuse(redact(text)).replace(/\s*\n\s*/g, ' '), longest));
  const rows = facts.flatMap(([label, value]) =>
    value ? [`<tr><th align="left">${inert(label)}</th><td>${inert(value)}</td></tr>`] : [],
  );
  return [
    `<h3>${inert(title)}</h3>`,
    rows.length > 0 ? `<table>\n${rows.join('\n')}\n</table>` : '',
    table && table.rows.length > 0 ? renderTable(table, inert) : '',
    links.length > 0 ? `<p>${links.map((link) => anchor(link, inert)).join(' · ')}</p>` : '',
    note ? renderNote(note, inert) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** Several problems are read one by one. Cut before it is taken apart, so that no tag is. */
function renderNote(note: string, inert: (text: string, longest?: number) => string): string {
  const lines = note.length > LONGEST_TEXT ? [note] : note.split('\n');
  if (!lines.some(isItem)) return `<p>${inert(note)}</p>`;
  const blocks = lines.map((line) => (isItem(line) ? `<li>${inert(line.slice(2))}</li>` : `<p>${inert(line)}</p>`));
  return blocks
    .join('\n')
    .replace(/(?:<li>.*<\/li>(?:\n|$))+/g, (items) => `<ul>\n${items.trimEnd()}\n</ul>\n`)
    .trimEnd();
}

function isItem(line: string): boolean {
  return line.startsWith('- ');
}

function renderTable({ head, rows }: SummaryTable, inert: (text: string, longest?: number) => string): string {
  const line = (cells: readonly (string | undefined)[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell = '') => `<${tag}>${inert(cell, LONGEST_CELL)}</${tag}>`).join('')}</tr>`;
  const lines = [line(head, 'th'), ...rows.slice(0, MOST_ROWS).map((row) => line(row, 'td'))];
  const left = rows.length - MOST_ROWS;
  return `<table>\n${lines.join('\n')}\n</table>${left > 0 ? `\n\n<p>… and ${left} more rows.</p>` : ''}`;
}

function anchor({ text, url }: { text: string; url: string }, inert: (text: string) => string): string {
  return `<a href="${inert(encodeURI(url))}">${inert(text)}</a>`;
}

function shorten(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)} … [cut]` : text;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
