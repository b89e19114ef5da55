import type { SpecContext, SpecIssue, SpecPath } from './context.ts';
import { type Resolution, resolveSpec } from './resolve.ts';
import { checkShape } from './shape.ts';

/** Beyond this nobody reads further problems, and looking for them takes long. */
const MOST_SPOILT = 100;

/**
 * Turns the content of a spec into what is wanted in Atlas, or finds every problem at once: a part whose shape is wrong
 * is replaced by one that is right, so that the rest can still be looked at. `reported` are places that the caller has
 * found wrong already.
 */
export function interpret(content: unknown, context: SpecContext, reported: readonly SpecPath[] = []): Resolution {
  if (reported.length > MOST_SPOILT) return { issues: [] };
  const shape = checkShape(content);
  if ('spec' in shape && reported.length === 0) return resolveSpec(shape.spec, context);

  const issues = 'issues' in shape ? shape.issues.filter(({ path }) => !reported.some((one) => meet(one, path))) : [];
  const spoilt = [...reported, ...issues.map(({ path }) => path)];
  if (spoilt.length > MOST_SPOILT) return { issues };
  const mended = checkShape(mend(content, [], spoilt));
  if ('issues' in mended) return { issues };
  const rest = resolveSpec(mended.spec, context);
  const further = 'issues' in rest ? rest.issues : [];
  return { issues: [...issues, ...further.filter(({ path }: SpecIssue) => !spoilt.some((one) => meet(one, path)))] };
}

/** Whether one place is the other, or within it. */
function meet(one: SpecPath, other: SpecPath): boolean {
  const shared = Math.min(one.length, other.length);
  return one.slice(0, shared).every((part, index) => part === other[index]);
}

function mend(value: unknown, path: SpecPath, spoilt: readonly SpecPath[]): unknown {
  const below = spoilt.filter((one) => one.length > path.length && meet(path, one));
  if (below.length === 0) return value;
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => mendPart(item, [...path, index], spoilt));
  }
  if (typeof value !== 'object' || value === null) return value;
  const missing = below.filter((one) => one.length === path.length + 1).map((one) => String(one.at(-1)));
  const keys = new Set([...Object.keys(value), ...missing]);
  return Object.fromEntries(
    [...keys].flatMap((key) =>
      mendPart(Object.getOwnPropertyDescriptor(value, key)?.value, [...path, key], spoilt).map((part) => [key, part]),
    ),
  );
}

/** The part itself, a stand-in, or nothing. */
function mendPart(value: unknown, path: SpecPath, spoilt: readonly SpecPath[]): readonly unknown[] {
  const isSpoilt = spoilt.some((one) => one.length === path.length && meet(one, path));
  if (!isSpoilt) return [mend(value, path, spoilt)];
  const pattern = path.map((part) => (typeof part === 'number' ? '*' : part)).join('.');
  const standIn = standIns.get(pattern)?.(path);
  return standIn === undefined ? [] : [standIn];
}

const role = 'stand-in@stand-in';
const number = (path: SpecPath) => path.filter((part) => typeof part === 'number').join('-');

/** For parts that must not be missing, or whose place in a list others are counted by. */
const standIns = new Map<string, (path: SpecPath) => unknown>([
  ['clusters.*', () => ({})],
  ['clusters.*.regions.*', () => ({ region: 'STAND_IN' })],
  ['clusters.*.regions.*.region', () => 'STAND_IN'],
  ['clusters.*.auto-scaling.compute.max', () => 'M9999'],
  ['users.*', (path) => ({ username: `stand-in-${number(path)}`, roles: [role] })],
  ['users.*.username', (path) => `stand-in-${number(path)}`],
  ['users.*.roles', () => [role]],
  ['users.*.roles.*', () => role],
  ['users.*.clusters.*', () => 'stand-in'],
  ['network-access.*', (path) => ({ address: `stand-in-${number(path)}` })],
  ['network-access.*.address', (path) => `stand-in-${number(path)}`],
]);
