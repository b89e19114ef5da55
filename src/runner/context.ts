import type { ActionDefinition, InputsOf, OutputsOf, Problem } from '../definition/action.ts';
import type { Job } from './job.ts';
import type { Log } from './log.ts';
import type { Summary } from './summary.ts';
import type { WorkspaceFile } from './workspace-file.ts';

/** Time as an action sees it. All times are milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Resolves after the given milliseconds; rejects with the signal's reason when that aborts first. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** A signal that aborts after the given milliseconds. */
  timeout(milliseconds: number): AbortSignal;
}

/** What an action may ask of GitHub, each with a token of the author's choice. */
export interface GitHub {
  /** Keeps one comment on the run's pull request up to date; says why where the token may not. */
  readonly upsertComment: (request: {
    readonly token: string;
    readonly issueNumber: number;
    readonly marker: string;
    readonly body: string;
    /** Nothing but a name says that there is a pull request of this number: look first. */
    readonly isGuess?: boolean;
    /** Only an existing comment is brought up to date; one that has this line says so already. */
    readonly unlessSaid?: string;
  }) => Promise<{
    readonly outcome: string;
    readonly reason?: string;
    /** Comments of other accounts with the same marker. */
    readonly others?: readonly { readonly author: string; readonly url: string }[];
  }>;
  /** Whether a pull request, of whatever repository, is open; `unknown` where GitHub does not show it to this token. */
  readonly pullRequestState: (request: {
    readonly token: string;
    readonly repository: string;
    readonly number: number;
    /** The answer must be of the repository with this id, which may be called otherwise by now; where it is not, `unknown`. */
    readonly repositoryId?: string | undefined;
  }) => Promise<'open' | 'closed' | 'unknown'>;
  /** Fails where a token may not even look at the place of a secret: asked before there is a value, which would be in vain. */
  readonly checkSecretPlace: (request: {
    readonly token: string;
    readonly environment: string | undefined;
  }) => Promise<void>;
  /** Writes a secret of the repository, or of one of its environments. */
  readonly saveSecret: (request: {
    readonly token: string;
    readonly environment: string | undefined;
    readonly name: string;
    readonly value: string;
  }) => Promise<void>;
}

/** Everything of the world that an action may touch. */
export interface ActionContext<Definition extends ActionDefinition = ActionDefinition> {
  readonly log: Log;
  readonly job: Job;
  readonly clock: Clock;
  /** When the step began, by that clock: its time limit counts from here. */
  readonly startedAt: number;
  readonly fetch: typeof fetch;
  readonly github: GitHub;
  /** Aborts when the job is cancelled. */
  readonly signal: AbortSignal;
  /** A variable of the job's environment. */
  readonly variable: (name: string) => string | undefined;
  /** A file of the workspace, by its path from there. */
  readonly readFile: (path: string) => WorkspaceFile;
  /** A random number from 0 up to, not including, 1. */
  readonly random: () => number;
  /** What is the same in every step of this job, and in no other job that runs at the same time. */
  readonly jobKey: () => string;
  /** Registers a secret with the runner in every form it could be printed in. Do this before anything can print it. */
  readonly mask: (secret: string) => void;
  /** Keeps a value for the post step. Secrets are masked before they are kept. */
  readonly saveState: (name: string, value: string) => void;
  /** Sets outputs before the end, so that they are there even if the step fails afterwards. */
  readonly publish: (outputs: OutputsOf<Definition>) => void;
  /** Says what goes on in Atlas if this step ends now; any failure message ends with it. */
  readonly underway: (note: string | undefined) => void;
}

/** What a post step may touch: what main kept, and the world. */
export interface PostContext
  extends Omit<ActionContext, 'saveState' | 'publish' | 'underway' | 'github' | 'startedAt' | 'jobKey'> {
  /** What main kept under this name, or `''`. */
  readonly state: (name: string) => string;
}

/** What a look at inputs may touch. */
export type CheckContext = Pick<ActionContext, 'job' | 'clock' | 'variable' | 'readFile' | 'mask'>;

/** How an action ends that comes to its end. */
export interface ActionResult<Definition extends ActionDefinition = ActionDefinition> {
  readonly outputs: OutputsOf<Definition>;
  readonly summary: Summary;
  /** Why the step is red all the same: its outputs and its summary say more than an error could. */
  readonly failure?: string;
}

/** An action with its code. Methods, so that a list can hold the implementations of different definitions. */
export interface Implementation<Definition extends ActionDefinition = ActionDefinition> {
  readonly definition: Definition;
  /**
   * Finds what only a file of the workspace or the inputs as a whole show, so that it is told with all other problems, before any
   * request. An input that is wrong by itself is missing; one that is not set is undefined.
   */
  check?(inputs: Partial<InputsOf<Definition>>, context: CheckContext): Promise<readonly Problem[]>;
  main(inputs: InputsOf<Definition>, context: ActionContext<Definition>): Promise<ActionResult<Definition>>;
  post?(context: PostContext): Promise<void>;
}
