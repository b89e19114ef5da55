/** The events that a workflow of this suite may run for. */
export type EventName =
  | 'push'
  | 'schedule'
  | 'workflow_dispatch'
  | 'pull_request'
  | 'pull_request_target'
  | 'pull_request_review'
  | 'pull_request_review_comment'
  | 'issue_comment'
  | 'workflow_run'
  | 'merge_group';

interface EventOptions {
  /** `owner/name`; the emulator's own unless given. */
  readonly repository?: string;
  readonly repositoryId?: number;
  /** Of the pull request, or of the issue that has none. */
  readonly number?: number;
  /** The activity type, such as `closed`. */
  readonly action?: string;
  readonly state?: 'open' | 'closed';
  /** Where the head of the pull request is. */
  readonly head?: 'same repository' | 'fork' | 'deleted fork';
  /** The comment is on an issue; the workflow that is followed was started by no pull request. */
  readonly withoutPullRequest?: boolean;
  /** The base branch. */
  readonly base?: string;
}

/** What the runner is told of a run: the payload of its event, and the `github` context that comes with it. */
export interface EventRun {
  readonly event: Readonly<Record<string, unknown>>;
  readonly github: Readonly<Record<string, string>>;
  /** The same as variables. */
  readonly runnerEnv: Readonly<Record<string, string>>;
}

const SHA = '79e3a9fbdd7a4f0f9f3c35b8a5bd7e6a1c0f2e4d';

/** A run of this event, with the fields that GitHub sends as far as anything could read them (GitHub docs, "Webhook events and payloads"). */
export function runOf(name: EventName, options: EventOptions = {}): EventRun {
  const { base = 'main' } = options;
  const { payload, ...context } = builders[name]({ ...facts(options), base });
  const github = {
    event_name: name,
    ref: `refs/heads/${base}`,
    ref_name: base,
    head_ref: '',
    base_ref: '',
    sha: SHA,
    repository: facts(options).repository.full_name,
    ...context,
  };
  const variables = Object.entries(github).map(([key, value]) => [`GITHUB_${key.toUpperCase()}`, value]);
  return { event: payload, github, runnerEnv: Object.fromEntries(variables) };
}

type Facts = ReturnType<typeof facts> & { readonly base: string };
type Built = { readonly payload: Readonly<Record<string, unknown>> } & Readonly<Record<string, unknown>>;

function facts({ repository = 'octo/shop', repositoryId = 1_296_269, number = 7, ...options }: EventOptions) {
  const [owner = '', name = ''] = repository.split('/');
  const own = repositoryObject({ owner, name, id: repositoryId, fork: false });
  const { head = 'same repository', action = 'opened', state = action === 'closed' ? 'closed' : 'open' } = options;
  const heads = {
    'same repository': own,
    fork: repositoryObject({ owner: 'mona', name, id: 998_877, fork: true }),
    'deleted fork': null,
  };
  return {
    repository: own,
    head: heads[head],
    number,
    action,
    state,
    hasPullRequest: !options.withoutPullRequest,
    sender: { login: 'octocat', id: 583_231, type: 'User' },
  };
}

function repositoryObject({ owner, name, id, fork }: { owner: string; name: string; id: number; fork: boolean }) {
  return {
    id,
    node_id: `R_${id}`,
    name,
    full_name: `${owner}/${name}`,
    private: false,
    owner: { login: owner, id: id + 1, type: 'Organization' },
    html_url: `https://github.com/${owner}/${name}`,
    fork,
    default_branch: 'main',
  };
}

const builders: Readonly<Record<EventName, (facts: Facts) => Built>> = {
  push: ({ repository, sender, base }) => ({
    payload: { ref: `refs/heads/${base}`, before: '0'.repeat(40), after: SHA, commits: [], repository, sender },
  }),
  schedule: ({ repository }) => ({ payload: { schedule: '17 3 * * *', repository } }),
  workflow_dispatch: ({ repository, sender, base }) => ({
    payload: { inputs: {}, ref: `refs/heads/${base}`, repository, sender, workflow: '.github/workflows/ci.yml' },
  }),
  pull_request: ofPullRequest,
  pull_request_target: (given) => ({ ...ofPullRequest(given), ref: `refs/heads/${given.base}`, ref_name: given.base }),
  pull_request_review: (given) =>
    withMore(ofPullRequest(given), { action: 'submitted', review: { id: 80, state: 'approved' } }),
  pull_request_review_comment: (given) =>
    withMore(ofPullRequest(given), { action: 'created', comment: { id: 81, body: 'Please provision this.' } }),
  issue_comment: ({ repository, sender, number, state, hasPullRequest }) => ({
    payload: {
      action: 'created',
      issue: {
        number,
        state,
        title: 'Faster checkout',
        ...(hasPullRequest && { pull_request: { url: `${apiOf(repository)}/pulls/${number}`, merged_at: null } }),
      },
      comment: { id: 82, body: '/preview', user: sender },
      repository,
      sender,
    },
  }),
  workflow_run: ({ repository, sender, number, head, hasPullRequest }) => ({
    payload: {
      action: 'completed',
      workflow: { id: 5, name: 'CI', path: '.github/workflows/ci.yml' },
      workflow_run: {
        id: 1_658_821_400,
        event: hasPullRequest ? 'pull_request' : 'push',
        conclusion: 'success',
        head_branch: 'faster',
        head_sha: SHA,
        // GitHub names none for a pull request from a fork.
        pull_requests: hasPullRequest && head?.id === repository.id ? [pullRequestOfRun(number, repository)] : [],
        repository,
        head_repository: head,
      },
      repository,
      sender,
    },
  }),
  merge_group: ({ repository, sender, number, base }) => {
    const branch = `gh-readonly-queue/${base}/pr-${number}-${SHA}`;
    return {
      payload: {
        action: 'checks_requested',
        merge_group: { head_sha: SHA, head_ref: `refs/heads/${branch}`, base_sha: SHA, base_ref: `refs/heads/${base}` },
        repository,
        sender,
      },
      ref: `refs/heads/${branch}`,
      ref_name: branch,
    };
  },
};

function ofPullRequest({ repository, head, number, action, state, sender, base }: Facts): Built {
  return {
    payload: {
      action,
      number,
      pull_request: {
        number,
        state,
        merged: false,
        title: 'Faster checkout',
        user: sender,
        head: { label: `${head?.owner.login ?? 'unknown'}:faster`, ref: 'faster', sha: SHA, repo: head },
        base: { label: `octo:${base}`, ref: base, sha: SHA, repo: repository },
      },
      repository,
      sender,
    },
    ref: `refs/pull/${number}/merge`,
    ref_name: `${number}/merge`,
    head_ref: 'faster',
    base_ref: base,
  };
}

function withMore({ payload, ...context }: Built, more: Readonly<Record<string, unknown>>): Built {
  const { number: _, ...rest } = payload;
  return { payload: { ...rest, ...more }, ...context };
}

function pullRequestOfRun(number: number, repository: ReturnType<typeof repositoryObject>) {
  const repo = { id: repository.id, url: apiOf(repository), name: repository.name };
  return {
    id: 900_000 + number,
    number,
    url: `${apiOf(repository)}/pulls/${number}`,
    head: { ref: 'faster', sha: SHA, repo },
    base: { ref: 'main', sha: SHA, repo },
  };
}

function apiOf({ full_name }: { readonly full_name: string }): string {
  return `https://api.github.com/repos/${full_name}`;
}
