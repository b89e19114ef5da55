import { z } from 'zod';
import type { AtlasClient, CallInput } from './client.ts';
import type { Operation } from './operation.ts';

/** The most that Atlas gives in one page. */
const ITEMS_PER_PAGE = 500;

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
  for (let pageNum = 1; ; pageNum++) {
    const query = { ...input.query, itemsPerPage: String(ITEMS_PER_PAGE), pageNum: String(pageNum) };
    const page = await client.call(operation, { ...input, query });
    items.push(...page.results);
    const hasNext = page.links?.some(({ rel }) => rel === 'next') ?? false;
    if (!hasNext || page.results.length === 0) return items;
  }
}
