/** What started a run, as the runner tells it. */
export interface EventSource {
  readonly name: string;
  /** GITHUB_REF. */
  readonly ref: string;
  /** GITHUB_REPOSITORY. */
  readonly repository: string;
  /** GITHUB_EVENT_PATH. */
  readonly path: string;
  /** What that file holds; undefined if it cannot be read. */
  readonly text: string | undefined;
}

/** Which pull request a run is for; where none, a sentence says why, and names the event. */
export type RunPullRequest =
  | { readonly number: number; readonly isClosed: boolean }
  | { readonly number: undefined; readonly why: string };

/** The event of a run, as far as anything here depends on it. */
export interface RunEvent {
  readonly pullRequest: RunPullRequest;
  /** "the fork acme/shop", where the run is for a pull request from one and so has no secrets. */
  readonly fork: string | undefined;
  /** The repository of the run is itself a fork. */
  readonly isInFork: boolean;
}

/** Reads the webhook payload of a run. Nothing in it is taken for granted: other servers and emulators write it, too. */
export function readEvent(source: EventSource): RunEvent {
  const { payload, problem } = readPayload(source);
  const rule = ruleFor(source.name);
  const needsPayload = rule !== undefined && rule.isInRef !== true;
  return {
    pullRequest: needsPayload && problem !== undefined ? none(problem) : pullRequestIn(payload, source),
    fork: rule === ofPullRequest && source.name !== 'pull_request_target' ? forkIn(payload, source) : undefined,
    isInFork: at(payload, 'repository', 'fork') === true,
  };
}

/** How the events of one kind name their pull request. */
interface EventRule {
  /** What stands where the numbers of pull requests should be. */
  readonly numbers: (payload: unknown, source: EventSource) => readonly unknown[];
  readonly state: (payload: unknown) => unknown;
  /** Why there may be no number; completes "Event pull_request …". */
  readonly otherwise: string;
  /** The ref says it: the payload is not needed. */
  readonly isInRef?: true;
}

const ofPullRequest: EventRule = {
  numbers: (payload) => [at(payload, 'pull_request', 'number')],
  state: (payload) => (at(payload, 'action') === 'closed' ? 'closed' : at(payload, 'pull_request', 'state')),
  otherwise: 'came with a payload that has no number of a pull request.',
};

/** GitHub docs, "Events that trigger workflows", and "Webhook events and payloads". */
const rules: Readonly<Record<string, EventRule>> = {
  issue_comment: {
    numbers: (payload) => (isObject(at(payload, 'issue', 'pull_request')) ? [at(payload, 'issue', 'number')] : []),
    state: (payload) => at(payload, 'issue', 'state'),
    otherwise: 'is about an issue here, not about a pull request.',
  },
  workflow_run: {
    numbers: (payload) => pullRequestsOfRun(payload).map((one) => at(one, 'number')),
    state: () => undefined,
    otherwise:
      'names no pull request here: the workflow that it follows was not started by one, or by one from a fork, for which GitHub names none.',
  },
  merge_group: {
    numbers: (payload, { ref }) => [queuedIn(ref) ?? queuedIn(at(payload, 'merge_group', 'head_ref'))],
    state: () => undefined,
    otherwise: 'has no ref of a merge queue here (gh-readonly-queue/<base>/pr-<number>-<sha>).',
    isInRef: true,
  },
};

/** All events that begin so hold the pull request itself: reviews, their comments, and what other servers have besides. */
function ruleFor(event: string): EventRule | undefined {
  if (Object.hasOwn(rules, event)) return rules[event];
  return event.startsWith('pull_request') ? ofPullRequest : undefined;
}

function pullRequestIn(payload: unknown, source: EventSource): RunPullRequest {
  const event = source.name.slice(0, 100);
  if (event === '') return none('The runner names no event (GITHUB_EVENT_NAME is empty).');
  const rule = ruleFor(event);
  if (!rule) return none(`Event ${event} belongs to no pull request.`);
  const [number, ...more] = new Set(rule.numbers(payload, source).filter(isNumberOfPullRequest));
  if (number === undefined) return none(`Event ${event} ${rule.otherwise}`);
  if (more.length === 0) return { number, isClosed: rule.state(payload) === 'closed' };
  const all = [number, ...more].map((one) => `#${one}`);
  return none(`Event ${event} names several pull requests here (${all.slice(0, 5).join(', ')}).`);
}

/** Only numbers, as GitHub sends them: what is guessed from something else could be somebody else's pull request. */
function isNumberOfPullRequest(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 999_999_999;
}

/** A run of a branch is also listed with pull requests into other repositories: those have numbers of their own. */
function pullRequestsOfRun(payload: unknown): readonly unknown[] {
  const listed = at(payload, 'workflow_run', 'pull_requests');
  const own = at(payload, 'repository', 'id');
  const isElsewhere = (one: unknown) => {
    const base = at(one, 'base', 'repo', 'id');
    return base !== undefined && own !== undefined && base !== own;
  };
  return Array.isArray(listed) ? listed.filter((one: unknown) => !isElsewhere(one)) : [];
}

/** GitHub docs, "Managing a merge queue": the branch of a group is named after the pull request that it ends with. */
function queuedIn(ref: unknown): number | undefined {
  if (typeof ref !== 'string') return undefined;
  const [, number] = ref.match(/^refs\/heads\/gh-readonly-queue\/.+\/pr-([1-9]\d{0,8})-[0-9a-f]{40,64}$/) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** A repository that is null was a fork, and has been deleted since. */
function forkIn(payload: unknown, { repository }: EventSource): string | undefined {
  const head = at(payload, 'pull_request', 'head', 'repo');
  if (head === null) return 'a fork that has been deleted';
  const name = at(head, 'full_name');
  const [id, ownId] = [at(head, 'id'), at(payload, 'repository', 'id')];
  const isOwn = id !== undefined && ownId !== undefined ? id === ownId : name === undefined || name === repository;
  if (isOwn) return undefined;
  return typeof name === 'string' ? `the fork ${name.slice(0, 140)}` : 'a fork';
}

function readPayload({ name, path, text }: EventSource): { readonly payload?: unknown; readonly problem?: string } {
  const problem = (what: string) => ({
    problem: `The payload of event ${name} (the file that GITHUB_EVENT_PATH names) ${what}, so nothing says which pull request this run is for.`,
  });
  if (path === '' || text === undefined) return problem('cannot be read');
  if (text.trim() === '') return problem('is empty');
  try {
    const payload: unknown = JSON.parse(text);
    return isObject(payload) ? { payload } : problem('holds no JSON object');
  } catch {
    return problem('is no JSON');
  }
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function none(why: string): RunPullRequest {
  return { number: undefined, why };
}
