import { defuse } from './log.ts';

/** What a step leaves on the run's page. Plain texts; escaping is done here. */
export interface Summary {
  readonly title: string;
  /** Rows of label and value, in order; rows without a value are left out. */
  readonly facts: readonly (readonly [label: string, value: string | undefined])[];
  readonly links?: readonly { readonly text: string; readonly url: string }[];
  /** A closing paragraph. */
  readonly note?: string;
}

/** Renders a summary as the GitHub-flavoured Markdown of GITHUB_STEP_SUMMARY, with foreign text made inert. */
export function renderSummary({ title, facts, links = [], note }: Summary): string {
  const rows = facts.flatMap(([label, value]) =>
    value ? [`<tr><th align="left">${toInert(label)}</th><td>${toInert(value)}</td></tr>`] : [],
  );
  return [
    `### ${toInert(title)}`,
    rows.length > 0 ? `<table>\n${rows.join('\n')}\n</table>` : '',
    links.map(({ text, url }) => `<a href="${toInert(encodeURI(url))}">${toInert(text)}</a>`).join(' · '),
    note ? toInert(note) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** Everything that Markdown or HTML gives a meaning to becomes an entity; line breaks become spaces. */
function toInert(text: string): string {
  return defuse(text)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[&<>"'`*_~[\]#|\\!@]/g, (character) => `&#${character.charCodeAt(0)};`);
}
