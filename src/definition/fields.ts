import { z } from 'zod';

/**
 * Typed inputs. An action declares its inputs with these functions; raw strings from the runner die here and nowhere
 * else: inside, a value is exact, and an input that is not set is `undefined`, never `''`.
 */
export interface Field<Value> {
  /** What a value looks like, for the README: "whole number, 1 to 365". */
  readonly form: string;
  readonly description: string;
  readonly required: boolean;
  /** As it stands in action.yml. */
  readonly default: string | undefined;
  /** A secret is masked before anything is printed, and never quoted in a message. */
  readonly secret: boolean;
  readonly fallback: Fallback | undefined;
  readonly schema: z.ZodType<NonNullable<Value>, string>;
}

/**
 * Environment variable that stands in for an input. Fields of one group fall back together: as soon as one of them is
 * given as an input, the variables of the whole group are left alone, so that two sources never mix.
 */
export interface Fallback {
  /** Absent for a field that has no variable but rules out those of its group. */
  readonly variable?: string;
  readonly group: string;
}

interface FieldOptions {
  readonly description: string;
  readonly required?: true;
  readonly fallback?: Fallback;
}

/** A value that is required or has a default is always there; any other may be undefined. */
type Presence<Value, Options> = Options extends { required: true } | { default: string | number | boolean }
  ? Value
  : Value | undefined;

interface TextOptions extends FieldOptions {
  readonly default?: string;
  /** What the text must match, and how a person would say it. */
  readonly pattern?: {
    readonly expression: RegExp;
    readonly form: string;
    /** What the author probably means by a value that does not match. */
    readonly hint?: (value: string) => string | undefined;
  };
  /** Keeps the value out of messages: for ids that stand next to a secret, which may have been swapped with it. */
  readonly unquoted?: true;
}

/** Declares a single line or block of text. */
export function text<const Options extends TextOptions>(options: Options): Field<Presence<string, Options>> {
  const { pattern, unquoted } = options;
  const shown = (value: unknown) => (unquoted ? 'the value' : quote(value));
  const schema = pattern
    ? z.string().regex(pattern.expression, {
        error: ({ input }) => {
          const hint = unquoted ? undefined : pattern.hint?.(String(input));
          return `${shown(input)} is not ${pattern.form}${hint === undefined ? '' : `; ${hint}`}`;
        },
      })
    : z.string();
  return field(options, { form: pattern?.form ?? 'text', schema });
}

interface SecretOptions extends FieldOptions {
  /** Only ever an expression of GitHub's, such as its token. */
  readonly default?: string;
}

/** Declares a text that must never be seen: masked in all its forms, not quoted in problems. */
export function secret<const Options extends SecretOptions>(options: Options): Field<Presence<string, Options>> {
  return { ...field<string, Options>(options, { form: 'secret', schema: z.string() }), secret: true };
}

/** Declares the address of a server: https, or plain http on this very machine. The parsed value has no slash at its end. */
export function origin<const Options extends FieldOptions>(options: Options): Field<Presence<string, Options>> {
  const schema = z.string().transform((raw, problems) => {
    const url = URL.parse(raw);
    const isLoopback = url !== null && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
    if (!url || url.username || url.password || url.pathname !== '/' || url.search || url.hash) {
      problems.addIssue('the value is not an address such as https://cloud.mongodb.com, without path, query or user');
    } else if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) {
      problems.addIssue('plain http would show the credentials to the network; use https');
    }
    return url?.origin ?? raw;
  });
  return field(options, { form: 'https address; http for this machine only', schema });
}

interface FlagOptions extends FieldOptions {
  readonly default?: boolean;
}

const flagSpellings = new Map([
  ...['true', 'True', 'TRUE'].map((spelling) => [spelling, true] as const),
  ...['false', 'False', 'FALSE'].map((spelling) => [spelling, false] as const),
]);

/** Declares a boolean, spelt as in YAML 1.2. */
export function flag<const Options extends FlagOptions>(options: Options): Field<Presence<boolean, Options>> {
  const schema = z.string().transform((raw, problems) => {
    const value = flagSpellings.get(raw);
    if (value === undefined) problems.addIssue(`${quote(raw)} is neither true nor false`);
    return value ?? false;
  });
  return field(options, { form: 'true or false', schema });
}

interface NumberOptions extends FieldOptions {
  readonly default?: number;
  readonly min: number;
  readonly max: number;
}

/** Declares a whole number between two bounds, both included. */
export function wholeNumber<const Options extends NumberOptions>(options: Options): Field<Presence<number, Options>> {
  return field(options, { form: `whole number, ${range(options)}`, schema: boundedNumber(options) });
}

const millisecondsPer = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

interface DurationOptions extends NumberOptions {
  /** The unit also ends the input's name: `timeout-minutes`. */
  readonly unit: keyof typeof millisecondsPer;
}

/** Declares a length of time in a whole number of its unit. The parsed value is in milliseconds. */
export function duration<const Options extends DurationOptions>(options: Options): Field<Presence<number, Options>> {
  const schema = boundedNumber(options).transform((count) => count * millisecondsPer[options.unit]);
  return field(options, { form: `whole number of ${options.unit}, ${range(options)}`, schema });
}

interface ChoiceOptions<Value extends string> extends FieldOptions {
  readonly values: readonly Value[];
  readonly default?: Value;
}

/** Declares one of a few words. */
export function choice<const Value extends string, const Options extends ChoiceOptions<Value>>(
  options: Options & { readonly values: readonly Value[] },
): Field<Presence<Value, Options>> {
  const form = options.values.join(' or ');
  const schema = z.enum(options.values, { error: (issue) => `${quote(issue.input)} is not ${form}` });
  return field<Value, Options>(options, { form, schema });
}

interface ListOptions extends FieldOptions {
  readonly item?: { readonly expression: RegExp; readonly form: string };
}

/** Declares several texts, one a line or separated by commas. Blank ones and repetitions are dropped. */
export function list<const Options extends ListOptions>(options: Options): Field<Presence<readonly string[], Options>> {
  const { item } = options;
  const schema = z.string().transform((raw, problems) => {
    const items = [...new Set(raw.split(/[\r\n,]+/).map((part) => part.trim()))].filter((part) => part !== '');
    for (const one of items) {
      if (item && !item.expression.test(one)) problems.addIssue(`${quote(one)} is not ${item.form}`);
    }
    return items;
  });
  return field<readonly string[], Options>(options, { form: 'list, one a line or separated by commas', schema });
}

function field<Value, Options extends FieldOptions & { readonly default?: string | number | boolean }>(
  options: Options,
  { form, schema }: { form: string; schema: z.ZodType<Value, string> },
): Field<Presence<Value, Options>> {
  return {
    form,
    description: options.description,
    required: options.required ?? false,
    default: options.default === undefined ? undefined : String(options.default),
    secret: false,
    fallback: options.fallback,
    // The compiler cannot reduce NonNullable<Presence<Value, Options>> to Value while Options is open.
    schema: schema as unknown as z.ZodType<NonNullable<Presence<Value, Options>>, string>,
  };
}

function boundedNumber({ min, max }: { min: number; max: number }) {
  return z.string().transform((raw, problems) => {
    const value = /^\d{1,9}$/.test(raw) ? Number(raw) : Number.NaN;
    if (!(value >= min && value <= max))
      problems.addIssue(`${quote(raw)} is not a whole number from ${range({ min, max })}`);
    return value;
  });
}

function range({ min, max }: { min: number; max: number }): string {
  return `${min} to ${max}`;
}

/** Quotes a value whole or not at all: a part of a secret in the wrong input would not be masked. */
function quote(value: unknown): string {
  const shown = String(value);
  return shown.length > 80 ? `the value (${shown.length} characters)` : JSON.stringify(shown);
}
