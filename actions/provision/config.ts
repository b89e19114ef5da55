import type { ActionContext } from '../../src/runner/context.ts';
import type { SpecContext } from '../../src/spec/context.ts';
import { namesCluster } from '../../src/spec/names-cluster.ts';
import { type ParsedSpec, parseSpec } from '../../src/spec/parse.ts';
import { PRIVATE } from '../../src/spec/substitute.ts';
import { InputProblems } from '../input-problems.ts';

/** The spec as the author gave it. */
export interface Config {
  /** Whether it names a cluster: then no environment is assumed. */
  readonly namesCluster: boolean;
  readonly parse: (specContext: SpecContext) => ParsedSpec;
}

type World = Pick<ActionContext, 'variable' | 'readFile' | 'mask'>;

interface Source {
  readonly text: string;
  /** Name of the file, or `config`. */
  readonly name: string;
}

/** Reads the input `config`. Throws where it is a file that is not there. */
export function readConfig(value: string, world: World): Config {
  const source = sourceOf(value, world);
  return {
    namesCluster: namesCluster(source.text),
    parse: (specContext) => parse(source, { specContext, world }),
  };
}

/** A path in the workspace, or YAML itself: a path has neither a line break nor a colon with a space. */
function sourceOf(value: string, { readFile }: World): Source {
  if (/[\n{]|:\s/.test(value)) return { text: value, name: 'config' };
  const file = readFile(value);
  if ('problem' in file) throw new InputProblems([`config: ${file.problem}`]);
  return { text: file.text, name: value };
}

function parse(
  { text, name }: Source,
  { specContext, world: { variable, mask } }: { specContext: SpecContext; world: World },
): ParsedSpec {
  const parsed = parseSpec(text, {
    ...specContext,
    source: name,
    variables: (variableName) => (isPrivate(variableName) ? PRIVATE : variable(variableName)),
  });
  for (const { path, value } of parsed.substitutions) if (path.includes('password')) mask(value);
  for (const user of parsed.desired?.users ?? []) if (user.password !== undefined) mask(user.password);
  return parsed;
}

/**
 * Variables of the runner and of this step itself: a spec has no business with them. Windows does not tell upper from lower case;
 * the address of a proxy may hold a password.
 */
function isPrivate(name: string): boolean {
  return /^(INPUT_|STATE_|ACTIONS_|RUNNER_|MONGODB_ATLAS_(CLIENT_SECRET|PRIVATE_API_KEY)|(GITHUB|GH)_TOKEN$)|(^|_)PROXY$/i.test(
    name,
  );
}
