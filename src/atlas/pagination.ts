import { z } from 'zod';
import type { AtlasClient, CallInput } from './client.ts';
import { fill, type Operation } from './operation.ts';

/** The most that Atlas gives in one page. */
const ITEMS_PER_PAGE = 500;

/** Far beyond every limit of Atlas: whoever says there are more does not tell the truth. */
const MOST_PAGES = 200;

/** A list as Atlas answers it. */
export interface Page<Item> {
  readonly results: readonly Item[];
  readonly links?: readonly { readonly rel: string }[] | undefined;
}

/** Schema of a page of items. */
export function pageOf<Item>(item: z.ZodType<Item>): z.ZodType<Page<Item>> {
  return z.object({ results: z.array(item), links: z.array(z.object({ rel: z.string() })).optional() });
}

/** Reads all pages of a list. */
export async function listAll<Path extends string, Item>(
  client: AtlasClient,
  operation: Operation<Path, Page<Item>>,
  input: CallInput<Path>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let pageNum = 1; pageNum <= MOST_PAGES; pageNum++) {
    const page = await readPage(client, operation, { input, pageNum, itemsPerPage: ITEMS_PER_PAGE });
    for (const item of page.results) items.push(item);
    if (isLast(page)) return items;
  }
  throw new Error(
    `Could not ${fill(operation.task, input.path, String)}: after ${MOST_PAGES} pages there are still more.`,
  );
}

/** Reads the beginning of a list, in one request; at most 500 items. */
export async function listFirst<Path extends string, Item>(
  client: AtlasClient,
  operation: Operation<Path, Page<Item>>,
  { atMost, ...input }: CallInput<Path> & { readonly atMost: number },
): Promise<{ readonly items: readonly Item[]; readonly isWhole: boolean }> {
  const page = await readPage(client, operation, { input, pageNum: 1, itemsPerPage: atMost });
  return { items: page.results, isWhole: isLast(page) };
}

function readPage<Path extends string, Item>(
  client: AtlasClient,
  operation: Operation<Path, Page<Item>>,
  { input, pageNum, itemsPerPage }: { input: CallInput<Path>; pageNum: number; itemsPerPage: number },
): Promise<Page<Item>> {
  const query = { ...input.query, itemsPerPage: String(itemsPerPage), pageNum: String(pageNum) };
  return client.call(operation, { ...input, query });
}

/** `next` is linked only where another page exists. */
function isLast({ links, results }: Page<unknown>): boolean {
  const hasNext = links?.some(({ rel }) => rel === 'next') ?? false;
  return !hasNext || results.length === 0;
}
