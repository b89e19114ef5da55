import { matchTemplate } from '../routing.ts';
import { comments } from './comments.ts';
import { environments } from './environments.ts';
import type { Operation } from './operation.ts';
import { pullRequests } from './pull-requests.ts';
import { secrets } from './secrets.ts';
import type { Repository, World } from './world.ts';

/** Everything that the simulated GitHub can do. */
export const operations: readonly Operation[] = [...comments, ...pullRequests, ...secrets, ...environments];

/** A path taken apart: whose it is, and what is asked. */
export interface Route {
  readonly repository: Repository;
  /** The repository has this name no more. */
  readonly moved: boolean;
  /** Below the repository. */
  readonly rest: string;
  readonly operation: Operation | undefined;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds what a path below the API means; undefined where no repository has this name. */
export function findRoute(world: World, method: string, path: string): Route | undefined {
  const [, byName, owner, name, byId, id, rest = ''] =
    /^\/(?:(repos)\/([^/]+)\/([^/]+)|(repositories)\/(\d+))(\/.*)?$/.exec(path) ?? [];
  const full = `${owner}/${name}`.toLowerCase();
  const isFull = (text: string) => text.toLowerCase() === full;
  const repository = world.repositories.find((known) =>
    byId ? String(known.id) === id : byName && (isFull(known.name) || known.formerNames.some(isFull)),
  );
  if (repository === undefined) return undefined;
  const moved = byName !== undefined && !isFull(repository.name);
  for (const operation of operations) {
    const parameters =
      operation.method === method ? matchTemplate(operation.path.split('/'), rest.split('/')) : undefined;
    if (parameters !== undefined) return { repository, moved, rest, operation, parameters };
  }
  return { repository, moved, rest, operation: undefined, parameters: {} };
}
