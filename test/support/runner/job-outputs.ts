import type { Masker } from './masker.ts';

/** What is left of a job's outputs, and the warnings about the others. */
export interface JobOutputs {
  readonly outputs: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

/** Drops every job output that masking would change, as the runner does at the end of a job; empty ones go silently. */
export function jobOutputs(outputs: Readonly<Record<string, string>>, masker: Masker): JobOutputs {
  const present = Object.entries(outputs).filter(([, value]) => value !== '');
  const secret = (value: string): boolean => masker.mask(value) !== value;
  return {
    outputs: Object.fromEntries(present.filter(([, value]) => !secret(value))),
    warnings: present
      .filter(([, value]) => secret(value))
      .map(([name]) => `Skip output '${name}' since it may contain secret.`),
  };
}
