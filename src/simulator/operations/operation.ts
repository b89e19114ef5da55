import type { Reply } from '../answers.ts';
import type { Caller } from '../authentication/credentials.ts';
import type { BucketName } from '../buckets.ts';
import type { Json } from '../json.ts';
import type { Version } from '../versions.ts';
import type { Project, World } from '../world/types.ts';

/** One operation of the Admin API: adding one to the simulator means adding one of these to a table. */
export interface Operation {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path template as in the OpenAPI document, `/api/atlas/v2` included. */
  readonly path: string;
  /** Oldest first. */
  readonly versions: readonly Version[];
  /** One of these, or a role above, is needed in the project or organization of the path; none means any caller. */
  readonly roles: readonly string[];
  readonly bucket?: BucketName;
  /** The `X-Java-Method` header, by version where it differs. */
  readonly javaMethod?: string | ((version: string) => string);
  /** Writes that Atlas wants one after another in a project, and does badly when they overlap. */
  readonly serial?: true;
  readonly handle: (call: Call) => Reply;
}

/** One authenticated, routed and permitted request. */
export interface Call {
  readonly world: World;
  readonly now: number;
  readonly caller: Caller;
  readonly version: string;
  /** Values of the path template. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json | undefined;
  /** Scheme, host and path of the request, for the links in answers. */
  readonly origin: string;
  readonly path: string;
  /** Whether another serial write of the project was under way when this one arrived. */
  readonly overlaps: boolean;
  /** The project of the path; asking for it where the path has none is a mistake of the simulator. */
  readonly project: () => Project;
}

/** The value of a path parameter. */
export function parameter(call: Call, name: string): string {
  const value = call.parameters[name];
  if (value === undefined) throw new Error(`The path of this operation has no {${name}}`);
  return value;
}

/** A version list with one date only. */
export function onlyVersion(date: string): readonly Version[] {
  return [{ date }];
}

/** A link into the API itself. */
export function link(call: Call, path: string, rel = 'self'): { readonly href: string; readonly rel: string } {
  return { href: `${call.origin}/api/atlas/v2${path}`, rel };
}
