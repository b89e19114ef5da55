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
  /** The same for every step of this job, different for any other job that runs at the same time, also of one matrix. */
  readonly jobKey: string;
  /** File of the workflow, such as `ci.yml`; its name where the runner tells no file. */
  readonly workflow: string;
  /** Number of the pull request that the run is for. */
  readonly pullRequest: number | undefined;
  /** Address of GitHub's API. */
  readonly apiUrl: string;
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
  const event = parseEvent(readText(text('GITHUB_EVENT_PATH')));
  return {
    repository,
    repositoryId: repositoryIdOf(text('GITHUB_REPOSITORY_ID'), text('GITHUB_SERVER_URL')),
    sha: text('GITHUB_SHA'),
    eventName: text('GITHUB_EVENT_NAME'),
    runId,
    runAttempt: /^[1-9]\d{0,8}$/.test(text('GITHUB_RUN_ATTEMPT')) ? Number(text('GITHUB_RUN_ATTEMPT')) : 1,
    stepKey: [text('GITHUB_WORKFLOW_REF').split('@')[0], text('GITHUB_JOB'), text('GITHUB_ACTION')].join(' '),
    // A runner works on one job at a time; the last one is made anew for each job, but does not reach into containers.
    jobKey: ['GITHUB_RUN_ATTEMPT', 'GITHUB_JOB', 'RUNNER_NAME', 'RUNNER_TRACKING_ID'].map(text).join(' '),
    workflow: text('GITHUB_WORKFLOW_REF').split('@')[0]?.split('/').at(-1) || text('GITHUB_WORKFLOW'),
    pullRequest: event.pull_request?.number,
    apiUrl: text('GITHUB_API_URL') || 'https://api.github.com',
    runUrl: `${text('GITHUB_SERVER_URL') || 'https://github.com'}/${repository}/actions/runs/${runId}`,
    withoutSecrets: whyNoSecrets({
      event,
      repository,
      eventName: text('GITHUB_EVENT_NAME'),
      actor: text('GITHUB_ACTOR'),
    }),
  };
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
function whyNoSecrets(run: { event: Event; repository: string; eventName: string; actor: string }): string | undefined {
  const head = run.event.pull_request?.head?.repo?.full_name;
  const isPullRequest = /^pull_request(?!_target)/.test(run.eventName);
  if (isPullRequest && head !== undefined && head !== run.repository) return `a pull request from the fork ${head}`;
  if (run.event.repository?.fork === true) return `a run in the fork ${run.repository}`;
  if (run.actor === 'dependabot[bot]') return 'a run that Dependabot started, which sees Dependabot secrets only';
  return undefined;
}

/** The few fields of a webhook payload that are read here. */
interface Event {
  readonly repository?: { readonly fork?: boolean };
  readonly pull_request?: {
    readonly number?: number;
    readonly head?: { readonly repo?: { readonly full_name?: string } | null };
  };
}

function parseEvent(text: string | undefined): Event {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    // GitHub writes this file; every field read from it is optional.
    return typeof parsed === 'object' && parsed !== null ? (parsed as Event) : {};
  } catch {
    return {};
  }
}
