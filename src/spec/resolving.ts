import type { SpecContext, SpecIssue } from './context.ts';

/** Where one part of the spec is being resolved: what it may look at, and where it reports. */
export interface Resolving {
  readonly context: SpecContext;
  readonly ownership: Readonly<Record<string, string>>;
  /** When the environment expires; undefined without one. */
  readonly expiresAt: number | undefined;
  readonly report: (issue: SpecIssue) => void;
}
