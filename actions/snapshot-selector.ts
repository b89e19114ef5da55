import { readTime } from '../src/atlas/iso-time.ts';
import { matchesGlob } from './glob.ts';
import { type ListedSnapshot, newestFirst } from './listed-snapshots.ts';
import { readMarker, withoutMarker } from './snapshot/marker.ts';

/** Which snapshot an author means. */
export type SnapshotSelector =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'latest' }
  | { readonly kind: 'run'; readonly runId: string }
  /** Milliseconds since 1970. */
  | { readonly kind: 'before'; readonly time: number; readonly text: string }
  | { readonly kind: 'description'; readonly glob: string };

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** What a selector looks like, for inputs. */
export const selectorPattern = {
  expression:
    /^(?:[0-9a-f]{24}|latest|run:\d+|before:\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)|description:[^\r\n]{1,200})$/,
  form: 'a snapshot: its id, latest, run:<run id>, before:<time, such as 2026-11-21T12:00:00Z>, or description:<text, * for anything>',
};

/** Reads a selector that has passed `selectorPattern`. */
export function parseSelector(text: string): SnapshotSelector {
  if (text === 'latest') return { kind: 'latest' };
  const [, kind, value = ''] = text.match(/^(run|before|description):(.*)$/s) ?? [];
  switch (kind) {
    case 'run':
      return { kind, runId: value };
    case 'before':
      return { kind, time: parseTime(value) ?? Number.NaN, text: value };
    case 'description':
      return { kind, glob: value };
    default:
      return { kind: 'id', id: text };
  }
}

/** A moment as ISO 8601 with its zone, in milliseconds since 1970; undefined where it is none. */
export function parseTime(text: string): number | undefined {
  const time = TIME.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) || !isDay(text.slice(0, 10)) ? undefined : time;
}

/** Date.parse takes 30 February for 2 March. */
function isDay(date: string): boolean {
  return new Date(date).toISOString().startsWith(date);
}

/**
 * The newest completed snapshot that a selector means; undefined where there is none. One that does not say of when its data
 * is may be any, and the data of a fallback may be inconsistent (docs: Fallback Snapshots): only its id leads to such a one.
 */
export function selectSnapshot(
  snapshots: readonly ListedSnapshot[],
  selector: SnapshotSelector,
): ListedSnapshot | undefined {
  const candidates = selector.kind === 'id' ? snapshots : snapshots.filter((one) => isDated(one) && !isFallback(one));
  return newestFirst(candidates.filter((one) => one.isCompleted && isMeant(one, selector))).at(0);
}

/** Whether Atlas took it in another way, because a scheduled one had failed. */
export function isFallback({ snapshotType }: Pick<ListedSnapshot, 'snapshotType'>): boolean {
  return snapshotType === 'fallback';
}

/** Whether a snapshot may stand for the data of its cluster where nobody names it: neither a fallback nor a safety snapshot may. */
export function countsAsLatest(snapshot: Pick<ListedSnapshot, 'snapshotType' | 'description'>): boolean {
  return !isFallback(snapshot) && !readMarker(snapshot.description)?.safety;
}

function isDated({ createdAt }: ListedSnapshot): boolean {
  return readTime(createdAt) !== undefined;
}

/** Whether a selector means a snapshot, completed or not. */
export function isMeant(snapshot: ListedSnapshot, selector: SnapshotSelector): boolean {
  const { id, createdAt, description = '' } = snapshot;
  const marker = readMarker(description);
  switch (selector.kind) {
    case 'id':
      return id === selector.id;
    case 'description':
      return matchesGlob(withoutMarker(description), selector.glob);
    case 'latest':
      return countsAsLatest(snapshot);
    case 'run':
      return marker?.runId === selector.runId && !marker.safety;
    case 'before':
      return !marker?.safety && Date.parse(createdAt ?? '') < selector.time;
    default:
      throw new Error(`No such selector: ${JSON.stringify(selector satisfies never)}`);
  }
}

/** The message where a selector means nothing: what there is instead. */
export function noSuchSnapshot(
  snapshots: readonly ListedSnapshot[],
  { selector, clusterName }: { readonly selector: SnapshotSelector; readonly clusterName: string },
): string {
  const meant = snapshots.find((one) => !one.isCompleted && isMeant(one, selector));
  if (meant) {
    return `Snapshot ${meant.id} of cluster "${clusterName}" is ${meant.status}, not completed, so nothing can be restored from it.`;
  }
  const completed = newestFirst(snapshots.filter(({ isCompleted }) => isCompleted));
  const shown = completed.slice(0, 5).map(described);
  const others =
    completed.length === 0
      ? 'It has no completed snapshot at all.'
      : `It has ${shown.join('; ')}${completed.length > shown.length ? `; and ${completed.length - shown.length} older ones` : ''}.`;
  return `Cluster "${clusterName}" has no completed snapshot ${wordsOf(selector)}. ${others}`;
}

function described(snapshot: ListedSnapshot): string {
  const { id, createdAt, description } = snapshot;
  const kind = isFallback(snapshot) ? ' (a fallback)' : '';
  return `${id} of ${createdAt ?? 'an unknown time'}${kind}${description ? ` ("${description}")` : ''}`;
}

function wordsOf(selector: SnapshotSelector): string {
  switch (selector.kind) {
    case 'id':
      return `with the id ${selector.id}`;
    case 'latest':
      return 'to take as the latest';
    case 'run':
      return `of run ${selector.runId}`;
    case 'before':
      return `from before ${selector.text}`;
    case 'description':
      return `whose description is like "${selector.glob}"`;
    default:
      throw new Error(`No such selector: ${JSON.stringify(selector satisfies never)}`);
  }
}
