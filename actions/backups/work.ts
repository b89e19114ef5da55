import type { AtlasClient } from '../../src/atlas/client.ts';
import type { InputsOf, OutputValue } from '../../src/definition/action.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import type { Summary } from '../../src/runner/summary.ts';
import type { backups as definition } from './action.ts';
import type { Subject } from './subject.ts';

export type Inputs = InputsOf<typeof definition>;

/** What every operation gets. */
export interface Work {
  readonly client: AtlasClient;
  readonly subject: Subject;
  readonly inputs: Inputs;
  readonly context: ActionContext<typeof definition>;
}

/** What every operation gives: the outputs, and the summary without what all summaries have. */
export interface Report extends Pick<Summary, 'title' | 'facts' | 'table' | 'note'> {
  readonly result: Exclude<OutputValue, undefined>;
  readonly count: number;
  readonly status?: string;
}

/** One operation of backups. */
export type Operation = (work: Work) => Promise<Report>;

/** Milliseconds since 1970 by Atlas's clock, or by this machine's where Atlas does not tell. */
export function atlasNow({ client }: Pick<Work, 'client'>): number {
  return client.time.now() ?? client.clock.now();
}
