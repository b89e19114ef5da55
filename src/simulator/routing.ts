import type { Operation } from './operations/operation.ts';

/** A path that belongs to an operation, with the values in it. */
export interface Route {
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

export type Routing =
  | { readonly route: Route }
  | { readonly route?: never; readonly allowedMethods: readonly string[] };

/** Finds the operation of a request; without one, says which methods the path would take. */
export function findRoute(operations: readonly Operation[], method: string, path: string): Routing {
  const segments = path.replace(/(?<=.)\/$/, '').split('/');
  const candidates = operations
    .map((operation) => ({ operation, parameters: matchTemplate(operation.path.split('/'), segments) }))
    .filter((candidate): candidate is Route => candidate.parameters !== undefined)
    .sort((left, right) => literalCount(right.operation.path) - literalCount(left.operation.path));
  const closest = candidates.filter(
    ({ operation }) => literalCount(operation.path) === literalCount(candidates[0]?.operation.path ?? ''),
  );
  const route = closest.find(({ operation }) => operation.method === method);
  return route === undefined ? { allowedMethods: closest.map(({ operation }) => operation.method) } : { route };
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
    const [, name] = /^\{(.+)\}$/.exec(expected) ?? [];
    if (name === undefined ? segment !== expected : segment === '') return undefined;
    if (name !== undefined) parameters[name] = decoded(segment);
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

function literalCount(template: string): number {
  return template.split('/').filter((segment) => !segment.startsWith('{')).length;
}
