import type { Values } from './workflow.ts';

/** What the simulated Atlas and GitHub have to give, by the name of the input that takes it. */
export type Supply = Values;

/** Names of secrets and variables: what they are called, by the inputs they are passed to. */
interface Named {
  readonly kind: 'secrets' | 'vars';
  readonly name: string;
  readonly inputs: readonly string[];
}

export interface Supplied {
  readonly secrets: Values;
  readonly vars: Values;
  /** As `secrets.NAME`. */
  readonly supplied: readonly string[];
  readonly missing: readonly string[];
}

/** The usual names, for those that reach an action by some detour. */
const usualNames: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(MONGODB_)?ATLAS_CLIENT_ID$/, 'client-id'],
  [/^(MONGODB_)?ATLAS_CLIENT_SECRET$/, 'client-secret'],
  [/^(MONGODB_)?ATLAS_PUBLIC(_API)?_KEY$/, 'public-key'],
  [/^(MONGODB_)?ATLAS_PRIVATE(_API)?_KEY$/, 'private-key'],
  [/^(MONGODB_)?ATLAS_(PROJECT|GROUP)_ID$/, 'project-id'],
  [/^(MONGODB_)?ATLAS_ORG(ANIZATION)?_ID$/, 'organization'],
  [/^(MONGODB_)?ATLAS_BASE_URL$/, 'base-url'],
  [/^ATLAS_PASSWORD_SEED$/, 'password-seed'],
];

/** The first of these inputs that a name is passed to decides what it is: an id that is only read may also be the source's. */
const byWeight = ['target-project-id', 'client-id', 'client-secret', 'public-key', 'private-key', 'project-id'];

/** Gives every secret and variable that a workflow names a value: the reader's own, or what the action that gets it needs. */
export function supplyFor(
  text: string,
  supply: Supply,
  given: { readonly secrets: Values; readonly vars: Values },
): Supplied {
  const filled = { secrets: { ...given.secrets }, vars: { ...given.vars } };
  const supplied: string[] = [];
  const missing: string[] = [];
  for (const { kind, name, inputs } of namesIn(text)) {
    if (name === 'GITHUB_TOKEN' || filled[kind][name] !== undefined) continue;
    const value = valueFor(name, { inputs, supply });
    if (value === undefined) missing.push(`${kind}.${name}`);
    else {
      filled[kind][name] = value;
      supplied.push(`${kind}.${name}`);
    }
  }
  return { ...filled, supplied, missing };
}

function valueFor(name: string, { inputs, supply }: { inputs: readonly string[]; supply: Supply }): string | undefined {
  const usual = usualNames.find(([pattern]) => pattern.test(name))?.[1];
  const candidates = [...byWeight.filter((input) => inputs.includes(input)), ...inputs, ...(usual ? [usual] : [])];
  return candidates.map((input) => supply[input]).find((value) => value !== undefined);
}

function namesIn(text: string): readonly Named[] {
  const found = new Map<string, { kind: Named['kind']; name: string; inputs: string[] }>();
  for (const line of text.split('\n').filter((line) => !/^\s*#/.test(line))) {
    const input = /^\s*(?:-\s+)?([\w-]+):\s*['"]?\$\{\{/.exec(line)?.[1];
    for (const [, kind, name = ''] of line.matchAll(/\b(secrets|vars)\.(\w+)/g)) {
      const key = `${kind}.${name}`;
      const known = found.get(key) ?? { kind: kind === 'vars' ? 'vars' : 'secrets', name, inputs: [] };
      if (input !== undefined) known.inputs.push(input);
      found.set(key, known);
    }
  }
  return [...found.values()];
}
