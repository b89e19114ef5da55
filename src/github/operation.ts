import type { z } from 'zod';

/** What a token must be allowed to. */
export interface Permission {
  /** The line under `permissions:` of a job; undefined where no job's token can have it. */
  readonly job: string | undefined;
  /** What a fine-grained personal access token or a GitHub App needs, in the words of GitHub's settings. */
  readonly token: string;
}

/** One operation of GitHub's REST API, as data. */
export interface Operation<Answer> {
  /** Method and path, with `{parameters}` as in GitHub's documentation. */
  readonly route: string;
  /** Completes "Could not …"; may hold `{parameters}`. */
  readonly task: string;
  readonly permission: Permission;
  /** Whether sending it twice does no harm. */
  readonly repeatable: boolean;
  /** What to do about a 404; may hold `{parameters}`. */
  readonly ifMissing?: string;
  /** The fields that are read; others pass unseen. */
  readonly answer: z.ZodType<Answer>;
}

/** Values for the `{parameters}` of a route; what has no place there goes into the query or the body. */
export type Parameters = Readonly<Record<string, string | number>>;

/** Declares an operation. */
export function operation<Answer>(declared: Operation<Answer>): Operation<Answer> {
  return declared;
}

/** Puts values in place of `{names}`. */
export function fill(template: string, values: Parameters): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {${name}} in ${template}.`);
    return String(value);
  });
}
