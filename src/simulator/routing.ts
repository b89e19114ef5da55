import type { Operation } from './operations/operation.ts';

/** A path that belongs to an operation, with the values in it. */
export interface Route {
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

export type Routing =
  | { readonly route: Route }
  | { readonly route?: never; readonly allowedMethods: readonly string[] };

/** An operation with its path in pieces: taken apart once, because every request is compared with all of them. */
interface Template {
  readonly operation: Operation;
  readonly segments: readonly string[];
  readonly literals: number;
}

/** The templates of a table of operations by how many segments they have. */
type Templates = ReadonlyMap<number, readonly Template[]>;

const known = new WeakMap<readonly Operation[], Templates>();

/** Finds the operation of a request; without one, says which methods the path would take. */
export function findRoute(operations: readonly Operation[], method: string, path: string): Routing {
  const segments = path.replace(/(?<=.)\/$/, '').split('/');
  const candidates = (templatesOf(operations).get(segments.length) ?? []).flatMap(
    ({ operation, segments: template, literals }) => {
      const parameters = matchTemplate(template, segments);
      return parameters === undefined ? [] : [{ operation, parameters, literals }];
    },
  );
  const most = Math.max(...candidates.map(({ literals }) => literals));
  const closest = candidates.filter(({ literals }) => literals === most);
  const route = closest.find(({ operation }) => operation.method === method);
  return route === undefined ? { allowedMethods: closest.map(({ operation }) => operation.method) } : { route };
}

function templatesOf(operations: readonly Operation[]): Templates {
  const before = known.get(operations);
  if (before !== undefined) return before;
  const templates = operations.map((operation) => {
    const segments = operation.path.split('/');
    return { operation, segments, literals: segments.filter((segment) => !segment.startsWith('{')).length };
  });
  const bySize = Map.groupBy(templates, ({ segments }) => segments.length);
  known.set(operations, bySize);
  return bySize;
}

/** Takes the values out of a path that has the form of the template; undefined where it has another. */
export function matchTemplate(
  template: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (template.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, expected] of template.entries()) {
    const segment = segments[index] ?? '';
    const isName = expected.startsWith('{') && expected.endsWith('}');
    if (isName ? segment === '' : segment !== expected) return undefined;
    if (isName) parameters[expected.slice(1, -1)] = decoded(segment);
  }
  return parameters;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray percent sign: Atlas sees the text as it is.
    return segment;
  }
}
