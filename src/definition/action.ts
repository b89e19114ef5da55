import type { Field } from './fields.ts';

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** One output: what it holds, and whether its value must be masked before it is set. */
export interface Output {
  readonly description: string;
  readonly secret?: true;
  /** JSON that can grow beyond what a variable holds: then it is cut, and this output names a file that holds all of it. */
  readonly file?: string;
}

/** Declares an output of JSON that can grow, and the one that names its file. */
export function growing<const Name extends string>(
  name: Name,
  description: string,
): Readonly<Record<Name | `${Name}-file`, Output>> {
  const file = `${name}-file` as const;
  const whole = `Path of a JSON file with all of ${name}, where that is over 100 kB and ${name} holds its beginning only; otherwise empty.`;
  // Computed keys become an index signature; these are exactly the two.
  return { [name]: { description, file }, [file]: { description: whole } } as Readonly<
    Record<Name | `${Name}-file`, Output>
  >;
}

export type Outputs = Readonly<Record<string, Output>>;

/** What an output may be set to; lists and objects become JSON, `undefined` becomes `''`. */
export type OutputValue =
  | string
  | number
  | boolean
  | undefined
  | readonly unknown[]
  | Readonly<Record<string, unknown>>;

/** What a person must put right before the action can run, in words that name the input. */
export type Problem = string;

/** A condition across several inputs, looked at once each of them is valid by itself. */
export interface Rule {
  readonly inputs: readonly string[];
  readonly check: (values: Readonly<Record<string, unknown>>) => Problem | undefined;
}

/** What is known before validation: the raw text of every input, and why secrets may be missing. */
export interface Given {
  readonly text: (input: string) => string | undefined;
  /** Why this run gets no secrets, if that is so: "a pull request from a fork". */
  readonly withoutSecrets: string | undefined;
}

/** What a look at the raw inputs decides before they are validated. */
export type Preflight = { readonly skip: string } | { readonly problems: readonly Problem[] };

/**
 * An action as data: it types `run`, writes action.yml and the README tables, and is what the runner adapter parses
 * inputs with.
 */
export interface ActionDefinition<Inputs extends Fields = Fields, Out extends Outputs = Outputs> {
  /** Folder and public name: `snapshot` in `uses: org/atlas-actions/snapshot@v1`. */
  readonly name: string;
  /** `name` in action.yml, shown by GitHub. */
  readonly title: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Inputs;
  readonly outputs: Out;
  readonly rules: readonly Rule[];
  readonly preflight?: (given: Given) => Preflight;
  /** Whether the action has something to tidy up when the job ends. */
  readonly post: boolean;
}

/** Parsed values of fields, by name. */
export type ValuesOf<Inputs extends Fields> = {
  readonly [Name in keyof Inputs]: Inputs[Name] extends Field<infer Value> ? Value : never;
};

/** Parsed inputs of an action, by name. */
export type InputsOf<Definition extends ActionDefinition> = ValuesOf<Definition['inputs']>;

/** Values for the outputs of an action, by name; what is left out is set to `''`. */
export type OutputsOf<Definition extends ActionDefinition> = {
  readonly [Name in keyof Definition['outputs']]?: OutputValue;
};

/** Declares an action. */
export function defineAction<const Inputs extends Fields, const Out extends Outputs>(
  definition: ActionDefinition<Inputs, Out>,
): ActionDefinition<Inputs, Out> {
  return definition;
}

/** Declares a rule across the named fields; it sees their parsed values, typed. */
export function rule<const Inputs extends Fields, const Name extends keyof Inputs & string>(
  _fields: Inputs,
  names: readonly Name[],
  check: (values: Pick<ValuesOf<Inputs>, Name>) => Problem | undefined,
): Rule {
  // The parser calls a rule only with the values that these very fields parsed to.
  return { inputs: names, check: check as Rule['check'] };
}
