import type { NetworkFailure } from './network.ts';
import type { Permission } from './operation.ts';

/** What was tried, for messages. */
export interface Attempt {
  /** Completes "Could not …". */
  readonly task: string;
  readonly permission: Permission;
  readonly ifMissing?: string | undefined;
}

/** Why there is no good answer. `refused`: GitHub was not reached. `lost`: it was asked, but its answer is not there. */
export type GitHubErrorKind =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'rejected'
  | 'server-error'
  | 'unreadable'
  | 'refused'
  | 'untrusted'
  | 'lost';

/** An answer of GitHub that is not a success. */
export interface ErrorAnswer {
  readonly status: number;
  readonly said: string | undefined;
  readonly kind: GitHubErrorKind;
  /** Milliseconds after which GitHub wants to be asked again, if it said so. */
  readonly retryAfter: number | undefined;
}

interface Facts {
  readonly kind: GitHubErrorKind;
  readonly status?: number;
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/**
 * GitHub said no, or nothing. Match on `kind` and `status`, never on the message, which is for the author of the workflow. It
 * holds nothing of the request: that one may carry a token.
 */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  readonly kind: GitHubErrorKind;
  /** Absent where no answer came. */
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;

  constructor(message: string, { kind, status, retryAfter, cause }: Facts) {
    super(message, cause === undefined ? {} : { cause });
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** Whether the request may have been carried out all the same; then look before sending it again. */
  get mayHaveTakenEffect(): boolean {
    return ['server-error', 'unreadable', 'lost'].includes(this.kind);
  }
}

/** Tells an answer to the author: what was tried, what GitHub said, what to do. */
export function answeredError(attempt: Attempt, answer: ErrorAnswer): GitHubError {
  const said = answer.said === undefined ? '' : `, "${shortened(answer.said)}"`;
  const facts = `Could not ${attempt.task}: GitHub answered ${answer.status}${said}.`;
  return new GitHubError(`${facts} ${hintFor(attempt, answer)}`.trim(), answer);
}

/** Tells that no answer came. */
export function networkError({ task }: Attempt, failure: NetworkFailure): GitHubError {
  const kinds = { refused: 'refused', final: 'untrusted', broken: 'lost' } as const;
  return new GitHubError(`Could not ${task}: ${failure.message}.`, { kind: kinds[failure.kind], cause: failure });
}

/** Tells that a success cannot be understood. */
export function unreadableError(
  { task }: Attempt,
  { status, problem }: { status: number; problem: string },
): GitHubError {
  const message = `Could not ${task}: GitHub answered ${status} with a body that cannot be read (${problem}).`;
  return new GitHubError(message, { kind: 'unreadable', status });
}

function hintFor(attempt: Attempt, { kind, said = '', retryAfter }: ErrorAnswer): string {
  switch (kind) {
    case 'unauthorized':
      return 'The token is wrong, expired or revoked: check github-token.';
    case 'forbidden':
      return forbiddenHint(attempt.permission, said);
    case 'not-found':
      return `${attempt.ifMissing ?? 'It is not there, or the token may not see it.'} ${needs(attempt.permission)}`;
    case 'rate-limited':
      return retryAfter === undefined
        ? 'GitHub is asked too often with this token; re-run the job later.'
        : `GitHub is asked too often with this token; re-run the job in ${Math.ceil(retryAfter / 60_000)} min.`;
    case 'server-error':
      return 'GitHub is in trouble (https://www.githubstatus.com); re-run the job later.';
    case 'rejected':
    case 'unreadable':
    case 'refused':
    case 'untrusted':
    case 'lost':
      return '';
    default:
      throw new Error(`No such kind: ${String(kind satisfies never)}`);
  }
}

/** A locked conversation or single sign-on are forbidden too, and GitHub's own words say all of it. */
function forbiddenHint(permission: Permission, said: string): string {
  return /not accessible|must have admin|^$/i.test(said) ? needs(permission) : '';
}

function needs({ job, token }: Permission): string {
  const other = `a fine-grained personal access token or a GitHub App with ${token}`;
  if (job === undefined) {
    return `GITHUB_TOKEN cannot do this, whatever its permissions: github-token must be ${other}.`;
  }
  const forks = job.endsWith('write') ? ' In pull requests of forks and of Dependabot it stays read-only.' : '';
  return `GITHUB_TOKEN needs \`${job}\` under the job's \`permissions:\`; otherwise use ${other}.${forks}`;
}

function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
