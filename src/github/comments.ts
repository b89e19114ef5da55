import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import { bearsMarker, commentText, sameText } from './comment-text.ts';
import { GitHubError } from './errors.ts';
import { operation } from './operation.ts';
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

export type CommentOutcome = { readonly outcome: 'created' | 'updated' | 'unchanged'; readonly url: string } | Skipped;

const comment = z.object({
  id: z.number(),
  body: z.string().nullish(),
  html_url: z.string(),
  user: z.object({ id: z.number() }).nullable(),
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
export function upsertComment(
  client: GitHubClient,
  { body, ...place }: CommentPlace & { readonly body: string },
): Promise<CommentOutcome> {
  const text = commentText(place.marker, body);
  return skippingWhatIsNotAllowed(async () => {
    const found = await ownComments(client, place);
    if (found.length > 0) return keepFirst(client, place, { comments: found, text });
    const created = await createOnce(client, place, text);
    // Jobs that run at the same time may each have found none. All of them keep the first, so that one is left.
    const settled = await ownComments(client, place);
    if (settled.length > 0) await keepFirst(client, place, { comments: settled, text });
    return { outcome: 'created', url: settled[0]?.html_url ?? created.html_url };
  });
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

/** The comments with this marker that this token wrote, oldest first. Anyone can write a comment with our marker. */
async function ownComments(client: GitHubClient, place: CommentPlace): Promise<readonly Comment[]> {
  const marked: Comment[] = [];
  for await (const item of client.items(listComments, issueOf(place))) {
    if (bearsMarker(item.body ?? '', place.marker)) marked.push(item);
  }
  if (marked.length === 0) return [];
  const me = await viewerId(client);
  return marked.filter(({ user }) => user?.id === me).sort((left, right) => left.id - right.id);
}

async function keepFirst(
  client: GitHubClient,
  place: CommentPlace,
  { comments: [first, ...duplicates], text }: { readonly comments: readonly Comment[]; readonly text: string },
): Promise<CommentOutcome> {
  if (first === undefined) throw new Error('There is no comment to keep.');
  await removeAll(client, place, duplicates);
  if (sameText(first.body ?? '', text)) return { outcome: 'unchanged', url: first.html_url };
  await client.call(updateComment, { ...repositoryParts(place.repository), comment_id: first.id, body: text });
  return { outcome: 'updated', url: first.html_url };
}

const CREATE_ATTEMPTS = 3;

/** GitHub may show a new comment a moment after it took it. */
const LOOK_AFTER_MS = 2_000;

/** Creates a comment. Where the answer was lost, it looks for the comment before it sends another. */
async function createOnce(client: GitHubClient, place: CommentPlace, text: string): Promise<Comment> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.call(createComment, { ...issueOf(place), body: text });
    } catch (error) {
      if (!(error instanceof GitHubError && error.mayHaveTakenEffect)) throw error;
      client.log(`${error.message} Looking whether the comment is there.`);
      await client.clock.sleep(LOOK_AFTER_MS * attempt, client.signal);
      const [there] = await ownComments(client, place);
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
