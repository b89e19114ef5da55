import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import { bearsMarker, commentText, sameText } from './comment-text.ts';
import { GitHubError } from './errors.ts';
import { operation } from './operation.ts';
import { pullRequestState } from './pull-requests.ts';
import { repositoryParts } from './repository.ts';
import { viewerId } from './viewer.ts';

/** Where a sticky comment stands. */
export interface CommentPlace {
  /** `owner/name`. */
  readonly repository: string;
  /** Of the pull request or issue. */
  readonly issueNumber: number;
  /** Tells this comment from others, such as `atlas-preview:<project>:<environment>`. */
  readonly marker: string;
}

/** The token may not: that is no reason to fail a job that has done its work. */
export interface Skipped {
  readonly outcome: 'skipped';
  /** For the author of the workflow. */
  readonly reason: string;
}

/** What has become of a comment; `absent`: there is none, and none was to be created. */
export type CommentOutcome =
  | ({ readonly outcome: 'created' | 'updated' | 'unchanged'; readonly url: string } & Others)
  | ({ readonly outcome: 'absent' } & Others)
  | Skipped;

interface Others {
  /** Comments of other accounts with this marker: they are left alone, whatever they say. */
  readonly others: readonly { readonly author: string; readonly url: string }[];
}

export interface CommentRequest extends CommentPlace {
  readonly body: string;
  /** Nothing but a name says that there is a pull request of this number. */
  readonly isGuess?: boolean | undefined;
  /** Only an existing comment is brought up to date; one that has this line says so already. */
  readonly unlessSaid?: string | undefined;
}

const comment = z.object({
  id: z.number(),
  body: z.string().nullish(),
  html_url: z.string(),
  user: z.object({ id: z.number(), login: z.string().optional() }).nullable(),
});
type Comment = z.infer<typeof comment>;

const mayWrite = { job: 'pull-requests: write', token: '"Pull requests: write"' };
const mayRead = { job: 'pull-requests: read', token: '"Pull requests: read"' };

const listComments = operation({
  route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  task: 'read the comments of {owner}/{repo}#{issue_number}',
  permission: mayRead,
  repeatable: true,
  answer: z.array(comment),
});

const createComment = operation({
  route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  task: 'comment on {owner}/{repo}#{issue_number}',
  permission: mayWrite,
  repeatable: false,
  answer: comment,
});

const updateComment = operation({
  route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  task: 'update the comment {comment_id} in {owner}/{repo}',
  permission: mayWrite,
  repeatable: true,
  answer: comment,
});

const deleteComment = operation({
  route: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
  task: 'delete the comment {comment_id} in {owner}/{repo}',
  permission: mayWrite,
  repeatable: true,
  answer: z.unknown(),
});

/** Writes the one comment with this marker: creates it, brings it up to date, or finds it so. */
export function upsertComment(client: GitHubClient, request: CommentRequest): Promise<CommentOutcome> {
  const { repository, issueNumber, marker, body, isGuess, unlessSaid } = request;
  const text = commentText(marker, body);
  return skippingWhatIsNotAllowed(async () => {
    if (isGuess && (await pullRequestState(client, { repository, number: issueNumber })) === 'unknown') {
      const reason = `${repository} has no pull request ${issueNumber}, or the token may not see it.`;
      return { outcome: 'skipped', reason };
    }
    const marked = await markedComments(client, request);
    const me = marked.length === 0 ? undefined : await viewerId(client);
    const [own, others] = me === undefined ? [[], []] : byAuthor(marked, me);
    const [first] = own;
    if (first && unlessSaid !== undefined && linesOf(first).includes(unlessSaid)) {
      return { outcome: 'unchanged', url: first.html_url, others: others.map(shown) };
    }
    if (first) return await keepFirst(client, request, { comments: own, others, text });
    if (unlessSaid !== undefined)
      return marked.length > others.length ? WHOSE_TOKEN : { outcome: 'absent', others: others.map(shown) };
    const created = await createOnce(client, request, { text, known: marked });
    return await settle(client, request, { created, text, known: marked });
  });
}

const WHOSE_TOKEN: Skipped = {
  outcome: 'skipped',
  reason:
    'This server does not say whose token it is, so it cannot be told whether the comment with this marker is its own.',
};

/**
 * Jobs that run at the same time may each have found no comment, and where a server does not say whose token it is, an older one
 * is known for ours only now. All keep the first, so that one is left. Whatever this fails with, the comment is written.
 */
async function settle(
  client: GitHubClient,
  place: CommentPlace,
  { created, text, known }: { readonly created: Comment; readonly text: string; readonly known: readonly Comment[] },
): Promise<CommentOutcome> {
  const written = { outcome: 'created', url: created.html_url, others: [] } as const;
  if (created.user === null) return written;
  try {
    const [own, others] = byAuthor(await markedComments(client, place), created.user.id);
    if (own.length === 0) return written;
    const kept = await keepFirst(client, place, { comments: own, others, text });
    const wasThere = known.some(({ id }) => id === own[0]?.id);
    return wasThere ? kept : { ...kept, outcome: 'created' };
  } catch (error) {
    client.signal.throwIfAborted();
    client.log(
      `The comment is written (${created.html_url}). ${error instanceof Error ? error.message : String(error)}`,
    );
    return written;
  }
}

/** GitHub answers 403 or 404 to a token that may not write or not even look. */
async function skippingWhatIsNotAllowed<Outcome>(work: () => Promise<Outcome>): Promise<Outcome | Skipped> {
  try {
    return await work();
  } catch (error) {
    const notAllowed = error instanceof GitHubError && (error.kind === 'forbidden' || error.kind === 'not-found');
    if (notAllowed) return { outcome: 'skipped', reason: error.message };
    throw error;
  }
}

/** The comments with this marker, oldest first. Anyone can write one. */
async function markedComments(client: GitHubClient, place: CommentPlace): Promise<readonly Comment[]> {
  const marked: Comment[] = [];
  for await (const item of client.items(listComments, issueOf(place))) {
    if (bearsMarker(item.body ?? '', place.marker)) marked.push(item);
  }
  return marked.sort((left, right) => left.id - right.id);
}

function byAuthor(comments: readonly Comment[], id: number): readonly [own: Comment[], others: Comment[]] {
  const isOwn = ({ user }: Comment) => user?.id === id;
  return [comments.filter(isOwn), comments.filter((one) => !isOwn(one))];
}

async function keepFirst(
  client: GitHubClient,
  place: CommentPlace,
  {
    comments: [first, ...duplicates],
    others,
    text,
  }: { readonly comments: readonly Comment[]; readonly others: readonly Comment[]; readonly text: string },
) {
  if (first === undefined) throw new Error('There is no comment to keep.');
  const facts = { url: first.html_url, others: others.map(shown) };
  await removeAll(client, place, duplicates);
  if (sameText(first.body ?? '', text)) return { outcome: 'unchanged', ...facts } as const;
  await client.call(updateComment, { ...repositoryParts(place.repository), comment_id: first.id, body: text });
  return { outcome: 'updated', ...facts } as const;
}

function shown({ user, html_url }: Comment): { readonly author: string; readonly url: string } {
  return { author: user === null ? 'a deleted account' : (user.login ?? `account ${user.id}`), url: html_url };
}

function linesOf({ body }: Comment): readonly string[] {
  return (body ?? '').split(/\r?\n/);
}

const CREATE_ATTEMPTS = 3;

/** GitHub may show a new comment a moment after it took it. */
const LOOK_AFTER_MS = 2_000;

/** Creates a comment. Where the answer was lost, it looks for the comment before it sends another. */
async function createOnce(
  client: GitHubClient,
  place: CommentPlace,
  { text, known }: { readonly text: string; readonly known: readonly Comment[] },
): Promise<Comment> {
  const before = new Set(known.map(({ id }) => id));
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.call(createComment, { ...issueOf(place), body: text });
    } catch (error) {
      if (!(error instanceof GitHubError && error.mayHaveTakenEffect)) throw error;
      if (!(await client.limit.sleep(LOOK_AFTER_MS * attempt, client.signal))) throw error;
      client.log(`${error.message} Looking whether the comment is there.`);
      const marked = await markedComments(client, place);
      const me = marked.length === 0 ? undefined : await viewerId(client);
      const isWritten = ({ id, user, body }: Comment) =>
        !before.has(id) && (me === undefined || user?.id === me) && sameText(body ?? '', text);
      const there = marked.find(isWritten);
      if (there !== undefined) return there;
      if (attempt === CREATE_ATTEMPTS) throw error;
    }
  }
}

async function removeAll(client: GitHubClient, place: CommentPlace, comments: readonly Comment[]): Promise<void> {
  for (const { id } of comments) {
    try {
      await client.call(deleteComment, { ...repositoryParts(place.repository), comment_id: id });
    } catch (error) {
      // Someone else was faster.
      if (!(error instanceof GitHubError && error.kind === 'not-found')) throw error;
    }
  }
}

function issueOf({ repository, issueNumber }: CommentPlace) {
  return { ...repositoryParts(repository), issue_number: issueNumber };
}
