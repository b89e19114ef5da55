import type { ActionContext } from '../../src/runner/context.ts';
import type { Jobs } from './jobs.ts';

/** A shorter path is no secret, and would star innocent texts. */
const SHORTEST_PATH = 8;

/**
 * The same jobs, their links masked the moment that Atlas tells them: another answer may hold one in its words. Tools show
 * what they fetch without its host, so the path is a secret of its own.
 */
export function maskingLinks<Job extends { readonly id: string }>(
  jobs: Jobs<Job>,
  { mask }: Pick<ActionContext, 'mask'>,
): Jobs<Job> {
  const masked = (job: Job) => {
    for (const url of jobs.factsOf(job).urls) for (const secret of [url, ...pathOf(url)]) mask(secret);
    return job;
  };
  const { kind, list, create } = jobs;
  return {
    ...jobs,
    list: async () => (await list()).map(masked),
    create: async (onSend) => masked(await create(onSend)),
    kind: { ...kind, read: async (client, address, id) => masked(await kind.read(client, address, id)) },
  };
}

function pathOf(url: string): readonly string[] {
  const { pathname = '', search = '' } = URL.parse(url) ?? {};
  const path = `${pathname}${search}`;
  return path.length < SHORTEST_PATH ? [] : [path];
}
