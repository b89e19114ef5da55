import { type RunEvent, readEvent } from './event.ts';

/** What the runner says about the job this step belongs to. Absent values are `''`. */
export interface Job {
  /** `owner/name`. */
  readonly repository: string;
  /** The repository's number on its server, which outlives a rename; see `repositoryIdOf`. Undefined where the server tells none. */
  readonly repositoryId: string | undefined;
  readonly sha: string;
  readonly eventName: string;
  readonly runId: string;
  /** 1 for the first attempt of a run, 2 after «Re-run jobs». */
  readonly runAttempt: number;
  /** The same for every attempt of this step, different for other steps and workflows of the repository. */
  readonly stepKey: string;
  /** File of the workflow, such as `ci.yml`; its name where the runner tells no file. */
  readonly workflow: string;
  /** Number of the pull request that the run is for. */
  readonly pullRequest: number | undefined;
  /** Whether that pull request was closed, or merged, when the run began. */
  readonly isPullRequestClosed: boolean;
  /** Why the run is for no pull request, in a sentence that names the event; `''` where it is for one. */
  readonly withoutPullRequest: string;
  /** Address of GitHub's API; undefined where the server does not say it. */
  readonly apiUrl: string | undefined;
  /** Web address of the run. */
  readonly runUrl: string;
  /** Why GitHub hands no secrets to this run, if that is so. */
  readonly withoutSecrets: string | undefined;
}

export interface JobSource {
  readonly variable: (name: string) => string | undefined;
  /** Content of a file, or undefined if it cannot be read. */
  readonly readText: (path: string) => string | undefined;
}

/** Reads the facts of the job from the variables that the runner sets for every step. */
export function readJob({ variable, readText }: JobSource): Job {
  const text = (name: string) => variable(name) ?? '';
  const repository = text('GITHUB_REPOSITORY');
  const runId = text('GITHUB_RUN_ID');
  const eventPath = text('GITHUB_EVENT_PATH');
  const event = readEvent({
    name: text('GITHUB_EVENT_NAME'),
    ref: text('GITHUB_REF'),
    repository,
    path: eventPath,
    text: eventPath === '' ? undefined : readText(eventPath),
  });
  const { pullRequest } = event;
  return {
    repository,
    repositoryId: repositoryIdOf(text('GITHUB_REPOSITORY_ID'), text('GITHUB_SERVER_URL')),
    sha: text('GITHUB_SHA'),
    eventName: text('GITHUB_EVENT_NAME'),
    runId,
    runAttempt: /^[1-9]\d{0,8}$/.test(text('GITHUB_RUN_ATTEMPT')) ? Number(text('GITHUB_RUN_ATTEMPT')) : 1,
    stepKey: [text('GITHUB_WORKFLOW_REF').split('@')[0], text('GITHUB_JOB'), text('GITHUB_ACTION')].join(' '),
    workflow: text('GITHUB_WORKFLOW_REF').split('@')[0]?.split('/').at(-1) || text('GITHUB_WORKFLOW'),
    pullRequest: pullRequest.number,
    isPullRequestClosed: pullRequest.number !== undefined && pullRequest.isClosed,
    withoutPullRequest: pullRequest.number === undefined ? pullRequest.why : '',
    apiUrl: apiUrlOf({ given: text('GITHUB_API_URL'), server: text('GITHUB_SERVER_URL') }),
    runUrl: `${text('GITHUB_SERVER_URL') || 'https://github.com'}/${repository}/actions/runs/${runId}`,
    withoutSecrets: whyNoSecrets(event, { repository, actor: text('GITHUB_ACTOR') }),
  };
}

/**
 * Only github.com is known without being told. Another server that leaves its address out, as Gitea has done, is never taken
 * for github.com: its token would go there (go-gitea/gitea#23276).
 */
function apiUrlOf({ given, server }: { given: string; server: string }): string | undefined {
  if (given === '') return /^https:\/\/github\.com\/?$/i.test(server) ? 'https://api.github.com' : undefined;
  const url = URL.parse(given);
  return url !== null && ['https:', 'http:'].includes(url.protocol) && url.username === '' ? given : undefined;
}

/**
 * The id of a repository, with the host of its server behind it where that is not github.com: every server counts from one, and
 * several of them may share a project of Atlas. What is no number is no id.
 */
function repositoryIdOf(id: string, serverUrl: string): string | undefined {
  if (!/^[1-9]\d{0,18}$/.test(id)) return undefined;
  const host = URL.canParse(serverUrl) ? new URL(serverUrl).host : 'github.com';
  return host === 'github.com' ? id : `${id}@${host.replace(/[^a-z0-9.-]/g, '_')}`.slice(0, 200);
}

/**
 * Forks' pull requests get no secrets; runs that Dependabot starts get Dependabot's only, even when a person re-runs them
 * (GitHub docs, «Secure use» and «Troubleshooting Dependabot on GitHub Actions»). `pull_request_target` gets all of them.
 */
function whyNoSecrets(
  { fork, isInFork }: RunEvent,
  { repository, actor }: { repository: string; actor: string },
): string | undefined {
  if (fork !== undefined) return `a pull request from ${fork}`;
  if (isInFork) return `a run in the fork ${repository}`;
  if (actor === 'dependabot[bot]') return 'a run that Dependabot started, which sees Dependabot secrets only';
  return undefined;
}
