import type { Masker } from './masker.ts';
import type { Interruption, Moment } from './node-process.ts';
import type { ScaledTime } from './scaled-clock.ts';
import type { Annotation } from './step-context.ts';
import type { JobFolders } from './step-environment.ts';

/** The clock of a step. */
export interface Clock extends ScaledTime {
  /** Also how long an answer may take, which otherwise is real time. */
  readonly scalesTimeouts?: boolean;
}

/** One stage of one step that uses an action, as a workflow would ask for it. */
export interface RunActionOptions extends StageOptions {
  /** The folder that holds the actions; the repository itself unless given. */
  readonly root?: string | undefined;
  /** The action's folder below the root: `snapshot`, or `.` for the root action. */
  readonly action: string;
  readonly inputs?: Readonly<Record<string, string>> | undefined;
  /** Modules for `node --import`. */
  readonly preload?: readonly string[] | undefined;
  readonly clock?: Clock | undefined;
}

/** One stage of one step, whatever it runs. */
export interface StageOptions {
  /** The `env` of workflow, job and step, shown in the step header. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** What the runner itself sets differently here, such as GITHUB_EVENT_NAME; wins over `env`, as on the runner. */
  readonly runnerEnv?: Readonly<Record<string, string>> | undefined;
  readonly stage?: 'main' | 'post' | undefined;
  /** What main saved, for the post stage. */
  readonly state?: Readonly<Record<string, string>> | undefined;
  /** GitHub secrets of the job: masked from its start. */
  readonly secrets?: readonly string[] | undefined;
  /** `github.token`, masked from the start; given to inputs whose default asks for it. */
  readonly token?: string | undefined;
  /** The webhook payload in the file GITHUB_EVENT_PATH. */
  readonly event?: unknown;
  readonly workspace?: string | undefined;
  /** ACTIONS_STEP_DEBUG. */
  readonly debug?: boolean | undefined;
  readonly cancel?: Moment | undefined;
  readonly terminate?: Moment | undefined;
  readonly kill?: Moment | undefined;
  /** The emulator's own patience; beyond it the step is killed and `runAction` throws. */
  readonly timeoutMs?: number | undefined;
  /** Called with each masked log line as it appears. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** The job's masker, when earlier steps have registered masks. */
  readonly masker?: Masker | undefined;
  /** Folders that earlier steps added to PATH, the newest last. */
  readonly path?: readonly string[] | undefined;
  /** The job's folders; fresh ones, removed at the end, unless given. */
  readonly folders?: JobFolders | undefined;
}

/** Everything a stage left behind. */
export interface ActionResult {
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | null;
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  /** The log as the user sees it: masked, with the step header. */
  readonly log: string;
  readonly stepHeader: string;
  readonly rawStdout: string;
  readonly rawStderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  /** The step summary as uploaded: masked line by line. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** Every value masked by now, secrets given at the start included. */
  readonly masks: readonly string[];
  readonly masker: Masker;
  /** Set when `cancel`, `terminate` or `kill` reached the running process. */
  readonly interruption: Interruption | undefined;
  readonly durationMs: number;
}
