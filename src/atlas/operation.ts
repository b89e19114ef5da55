import type { z } from 'zod';
import type { Method } from './http.ts';

/** One operation of the Admin API, as data. */
export interface Operation<Path extends string = string, Answer = unknown> {
  readonly method: Method;
  /** Below the root, with `{parameters}` as in the spec. */
  readonly path: Path;
  /** `/api/atlas/v2` unless it says otherwise. */
  readonly root?: '/api/private';
  /** The newest version of the resource; undefined only outside of the public API, which knows versions. */
  readonly version: string | undefined;
  /** Completes "Could not …"; may hold `{parameters}` of the path. */
  readonly task: string;
  /** Least role that the spec asks for (x-rolesRequirements). */
  readonly role: string;
  /** The fields that are read; others pass unseen, and enumerations are open. */
  readonly answer: z.ZodType<Answer>;
}

/** The names between braces in a path. */
type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

export type PathParameters<Path extends string> = { readonly [Name in NamesIn<Path>]: string };

/** Declares an operation. */
export function operation<const Path extends string, Answer>(
  declared: Operation<Path, Answer>,
): Operation<Path, Answer> {
  return declared;
}

/** Puts values in place of `{names}`. */
export function fill(
  template: string,
  values: Readonly<Record<string, string>>,
  encode: (value: string) => string,
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {${name}} in ${template}.`);
    return encode(value);
  });
}
