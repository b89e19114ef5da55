import type { ActionDefinition, Given, InputsOf, Problem } from './action.ts';
import type { Field } from './fields.ts';

/** Where inputs come from: the runner's INPUT_ variables and the environment of the job. */
export interface InputSource {
  readonly input: (name: string) => string;
  readonly variable: (name: string) => string | undefined;
}

export type ParsedInputs<Values> =
  | { readonly kind: 'values'; readonly values: Values }
  | { readonly kind: 'skip'; readonly reason: string }
  /** With the values of those inputs that are right by themselves. */
  | { readonly kind: 'problems'; readonly problems: readonly Problem[]; readonly values: Partial<Values> };

/** Text of every input that is set, after the environment has stood in for those that are not. */
export function readGiven(definition: ActionDefinition, source: InputSource): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const groupsGiven = new Set<string>();
  for (const [name, field] of Object.entries(definition.inputs)) {
    const raw = source.input(name).trim();
    if (raw === '') continue;
    given.set(name, raw);
    if (field.fallback) groupsGiven.add(field.fallback.group);
  }
  for (const [name, { fallback }] of Object.entries(definition.inputs)) {
    if (fallback?.variable === undefined || groupsGiven.has(fallback.group)) continue;
    const raw = source.variable(fallback.variable)?.trim();
    if (raw) given.set(name, raw);
  }
  return given;
}

/** Parses and checks all inputs; every problem is found, none hides another. */
export function parseInputs<Definition extends ActionDefinition>(
  definition: Definition,
  given: ReadonlyMap<string, string>,
  withoutSecrets?: string,
): ParsedInputs<InputsOf<Definition>> {
  const preflight = definition.preflight?.({ text: (name) => given.get(name), withoutSecrets } satisfies Given);
  if (preflight && 'skip' in preflight) return { kind: 'skip', reason: preflight.skip };

  const problems: Problem[] = [...(preflight?.problems ?? [])];
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(definition.inputs)) {
    const parsed = parseField(name, field, given.get(name));
    if ('problems' in parsed) problems.push(...parsed.problems);
    else values[name] = parsed.value;
  }
  for (const { inputs, check } of definition.rules) {
    const problem = inputs.every((name) => name in values) ? check(values) : undefined;
    if (problem) problems.push(problem);
  }
  // Every field has been parsed by its own schema, so the record has the definition's shape, as far as it goes.
  if (problems.length > 0) return { kind: 'problems', problems, values: values as Partial<InputsOf<Definition>> };
  return { kind: 'values', values: values as InputsOf<Definition> };
}

function parseField(
  name: string,
  field: Field<unknown>,
  given: string | undefined,
): { value: unknown } | { problems: Problem[] } {
  // The default of a secret is an expression, which GitHub has evaluated before: here it would be taken for a token.
  const raw = given ?? (field.secret ? '' : (field.default ?? ''));
  if (raw === '') {
    return field.required ? { problems: [`${name} is required: ${field.description}`] } : { value: undefined };
  }
  const parsed = field.schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data };
  return {
    problems: parsed.error.issues.map((issue) => {
      const path = issue.path.length > 0 ? `.${issue.path.join('.')}` : '';
      return `${name}${path}: ${field.secret ? 'the value is not valid' : issue.message}`;
    }),
  };
}
