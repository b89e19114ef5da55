import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FOLDER = join(import.meta.dirname, '../../examples');

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

/** A workflow of `examples/`, as far as the tests look into it. */
export interface Example {
  readonly name: string;
  readonly text: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Every workflow of `examples/`. */
export const examples: readonly Example[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => {
    const text = readExample(name);
    // The language service has the last word on the form.
    return { ...(parse(text) as Omit<Example, 'name' | 'text'>), name, text };
  });

/** The text of one of them. */
export function readExample(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}
