import { isJsonObject, type Json } from '../json.ts';
import { invalid, notFound, type Reply } from './answers.ts';
import type { Need, Token } from './tokens.ts';
import type { Issue, Repository, World } from './world.ts';

/** A request that has passed all the checks that come before its operation. */
export interface Call {
  readonly world: World;
  readonly repository: Repository;
  readonly token: Token;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json | undefined;
  /** Origin and path to which all paths of the API are appended. */
  readonly apiUrl: string;
  /** This request's own path below the API. */
  readonly path: string;
}

/** One operation below `/repos/{owner}/{repo}`. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  /** Any one of these rights is enough. */
  readonly needs: readonly Need[];
  readonly handle: (call: Call) => Reply;
}

/** Finds the issue or pull request that the path names. */
export function issueOf({ repository, parameters }: Call): Issue {
  const issue = repository.issues.get(Number(parameters.number));
  if (issue === undefined) throw notFound();
  return issue;
}

/** Takes a text field out of the body. */
export function textOf({ body }: Call, resource: string, field: string): string {
  const value = isJsonObject(body) ? body[field] : undefined;
  if (typeof value !== 'string') throw invalid(resource, field, `${field} wasn't supplied`);
  return value;
}
