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

/** Reads all pages of a list. `next` is linked only where another page exists (notes, section 1). */
export async function listAll<Path extends string, Item>(
  client: AtlasClient,
  operation: Operation<Path, Page<Item>>,
  input: CallInput<Path>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let pageNum = 1; pageNum <= MOST_PAGES; pageNum++) {
    const query = { ...input.query, itemsPerPage: String(ITEMS_PER_PAGE), pageNum: String(pageNum) };
    const page = await client.call(operation, { ...input, query });
    for (const item of page.results) items.push(item);
    const hasNext = page.links?.some(({ rel }) => rel === 'next') ?? false;
    if (!hasNext || page.results.length === 0) return items;
  }
  throw new Error(
    `Could not ${fill(operation.task, input.path, String)}: after ${MOST_PAGES} pages there are still more.`,
  );
}
