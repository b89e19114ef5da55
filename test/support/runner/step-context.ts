import type { Masker } from './masker.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** An annotation as the run's page shows it. The runner masks its message, but neither title nor file. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
  readonly file?: string;
}

/** What one running step writes to: its log, its annotations and its fate. */
export interface StepContext {
  readonly masker: Masker;
  readonly log: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly output: (line: string) => void;
  readonly debug: (message: string) => void;
  readonly annotate: (annotation: Annotation) => void;
  readonly error: (message: string) => void;
  readonly warning: (message: string) => void;
  /** Fails the step whatever its exit code, as a command that cannot be processed does. */
  readonly fail: () => void;
  readonly failed: () => boolean;
}

interface StepContextOptions {
  readonly masker: Masker;
  /** ACTIONS_STEP_DEBUG: debug messages are shown. */
  readonly debug: boolean;
  /** Called with each masked line as it appears in the log. */
  readonly onLine?: ((line: string) => void) | undefined;
}

const MOST_ANNOTATIONS_OF_A_LEVEL = 10;
const LONGEST_MESSAGE = 4096;

/** Creates the context of one stage of one step. */
export function createStepContext(options: StepContextOptions): StepContext {
  const { masker } = options;
  const log: string[] = [];
  const annotations: Annotation[] = [];
  let failed = false;

  const write = (tag: string, message: string): void => {
    const line = masker.mask(tag + message);
    log.push(line);
    options.onLine?.(line);
  };
  const annotate = (annotation: Annotation): void => {
    const message = masker.mask(annotation.message).slice(0, LONGEST_MESSAGE);
    const kept = annotations.filter((other) => other.level === annotation.level).length;
    if (kept < MOST_ANNOTATIONS_OF_A_LEVEL) annotations.push({ ...annotation, message });
    if (message !== '') write(`##[${annotation.level}]`, message);
  };

  return {
    masker,
    log,
    annotations,
    output: (line) => write('', line),
    debug: (message) => {
      if (options.debug) for (const line of message.split(/\r?\n/)) write('##[debug]', line);
    },
    annotate,
    error: (message) => annotate({ level: 'error', title: '', message }),
    warning: (message) => annotate({ level: 'warning', title: '', message }),
    fail: () => {
      failed = true;
    },
    failed: () => failed,
  };
}
