import type { ActionMetadata } from './action-metadata.ts';
import type { StepContext } from './step-context.ts';

interface InputSources {
  readonly given: Readonly<Record<string, string>>;
  /** For defaults that say `${{ github.token }}`. */
  readonly token: string;
}

/** Merges what the workflow passes with the declared defaults, and warns as ActionRunner.cs does. */
export function resolveInputs(
  context: StepContext,
  metadata: ActionMetadata,
  { given, token }: InputSources,
): ReadonlyMap<string, string> {
  const inputs = new Map(Object.entries(given));
  const passed = new Set([...inputs.keys()].map((name) => name.toLowerCase()));
  for (const [name, { default: value, deprecationMessage }] of metadata.inputs) {
    if (!passed.has(name.toLowerCase())) inputs.set(name, evaluateDefault(value, token));
    else if (deprecationMessage !== undefined) {
      context.warning(`Input '${name}' has been deprecated with message: ${deprecationMessage}`);
    }
  }
  warnOfUnexpected(context, Object.keys(given), [...metadata.inputs.keys()]);
  return inputs;
}

/** Names the environment variable of an input: upper case, spaces to `_`, dashes kept. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

function warnOfUnexpected(context: StepContext, given: readonly string[], declared: readonly string[]): void {
  const valid = new Set(declared.map((name) => name.toLowerCase()));
  const unexpected = given.filter((name) => !valid.has(name.toLowerCase()));
  if (unexpected.length === 0) return;
  context.warning(`Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${declared.join("', '")}']`);
}

function evaluateDefault(value: string, token: string): string {
  return value.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    if (expression === 'github.token') return token;
    throw new Error(`The emulator does not evaluate \${{ ${expression} }} in a default`);
  });
}
