import { adviceFor } from './subject.ts';
import { atlasNow, type Report, type Work } from './work.ts';

/** How one kind of thing is listed. */
export interface Listing<Item, View> {
  /** "snapshot": one of them, in words. */
  readonly what: string;
  readonly title: string;
  readonly items: readonly Item[];
  /** Milliseconds since 1970; undefined where nobody knows. */
  readonly timeOf: (item: Item) => number | undefined;
  readonly matches: (item: Item) => boolean;
  readonly viewOf: (item: Item) => View;
  readonly columns: readonly string[];
  readonly rowOf: (view: View) => readonly (string | undefined)[];
}

/** Items that a list shows where its author does not say. */
const USUAL_LIMIT = 100;

/** Lines of the log; the rest is in the output. */
const MOST_LINES = 50;

/** Lists what matches and is of the wanted age, the newest first, as many as are wanted. */
export function listed<Item, View>(work: Work, listing: Listing<Item, View>): Report {
  const { inputs, context, subject } = work;
  const { what, title, items, timeOf, matches, viewOf, columns, rowOf } = listing;
  const isOfAge = ageFilter(work);
  const time = (item: Item) => timeOf(item) ?? Number.NEGATIVE_INFINITY;
  const matching = items
    .filter((item) => matches(item) && isOfAge(time(item)))
    .toSorted((one, other) => time(other) - time(one) || 0);
  const shown = matching.slice(0, inputs.limit ?? USUAL_LIMIT).map(viewOf);
  const rows = shown.map(rowOf);

  const howMany = countWords({ what, all: items.length, matching: matching.length, shown: shown.length });
  const advice = items.length === 0 || subject.isDeleted ? adviceFor(subject) : undefined;
  context.log.info(howMany);
  for (const row of rows.slice(0, MOST_LINES)) context.log.info(`- ${row.filter(Boolean).join(' · ')}`);
  if (rows.length > MOST_LINES) context.log.info(`… and ${rows.length - MOST_LINES} more, in the output result.`);
  if (advice !== undefined) context.log.notice(advice);
  return {
    result: shown,
    count: shown.length,
    title,
    facts: [['Found', howMany]],
    table: { head: columns, rows },
    ...(advice !== undefined && { note: advice }),
  };
}

function ageFilter(work: Work): (time: number) => boolean {
  const { 'older-than-days': older, 'newer-than-days': newer } = work.inputs;
  const now = atlasNow(work);
  return (time) => (older === undefined || now - time > older) && (newer === undefined || now - time <= newer);
}

function countWords(counts: { what: string; all: number; matching: number; shown: number }): string {
  const { what, all, matching, shown } = counts;
  const total = `${all.toLocaleString('en')} ${what}${all === 1 ? '' : 's'}`;
  if (shown < matching) {
    return `The newest ${shown.toLocaleString('en')} of ${matching.toLocaleString('en')} that match; ${total} in all. Raise limit to see more.`;
  }
  return matching === all ? `${total}.` : `${matching.toLocaleString('en')} of ${total} match.`;
}

/** Whether a word is among those that were asked for; all are where none was. */
export function isAmong(wanted: readonly string[] | undefined, word: string | undefined): boolean {
  return wanted === undefined || wanted.length === 0 || (word !== undefined && wanted.includes(word));
}
