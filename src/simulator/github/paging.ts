import type { Call } from './operation.ts';

interface Page<Item> {
  readonly items: readonly Item[];
  /** `Link` where there is more than one page. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Cuts one page out of a list. The links name the repository by its id, as GitHub's do. */
export function pageOf<Item>(all: readonly Item[], { query, apiUrl, path, repository }: Call): Page<Item> {
  const size = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 30) || 30));
  const page = Math.max(1, Number(query.get('page') ?? 1) || 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, relation: string) => {
    const address = new URL(`${apiUrl}${path.replace(/^\/repos\/[^/]+\/[^/]+/, `/repositories/${repository.id}`)}`);
    for (const [name, value] of query) address.searchParams.set(name, value);
    address.searchParams.set('page', String(to));
    return `<${address.href}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return {
    items: all.slice((page - 1) * size, page * size),
    headers: links.length === 0 ? {} : { Link: links.join(', ') },
  };
}
