import type { Reply } from './answers.ts';
import { atlasError } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import type { Call } from './operations/operation.ts';

const pagingKeys = ['includeCount', 'pageNum', 'itemsPerPage'];

/** Answers one page of a list, with links to its neighbours. */
export function pageOf<Item>(call: Call, items: readonly Item[], view: (item: Item) => Json): Reply {
  const page = wholeNumber(call.query, 'pageNum', { fallback: 1, least: 1 });
  const size = wholeNumber(call.query, 'itemsPerPage', { fallback: 100, least: 1, most: 500 });
  const counted = call.query.get('includeCount') !== 'false';
  const others = Array.from(call.query).filter(([key]) => !pagingKeys.includes(key));
  const self = linkTo(call, 'self', [['includeCount', counted], ...others, ['pageNum', page], ['itemsPerPage', size]]);
  const neighbour = (rel: string, number: number) =>
    linkTo(call, rel, [['includeCount', counted], ...others, ['itemsPerPage', size], ['pageNum', number]]);
  const body: JsonObject = {
    links: [
      ...(page > 1 ? [neighbour('previous', page - 1)] : []),
      self,
      ...(page * size < items.length ? [neighbour('next', page + 1)] : []),
    ],
    results: items.slice((page - 1) * size, page * size).map(view),
    ...(counted ? { totalCount: items.length } : {}),
  };
  return { status: 200, body };
}

interface Limits {
  readonly fallback: number;
  readonly least: number;
  readonly most?: number;
}

function wholeNumber(query: URLSearchParams, name: string, { fallback, least, most = 2 ** 31 - 1 }: Limits): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) throw atlasError('INVALID_QUERY_PARAMETER', name);
  return number;
}

function linkTo(call: Call, rel: string, pairs: ReadonlyArray<readonly [string, string | number | boolean]>) {
  const query = pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&');
  return { href: `${call.origin}${call.path}?${query}`, rel };
}
