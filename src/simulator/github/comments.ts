import { timestamp } from '../clock.ts';
import type { JsonObject } from '../json.ts';
import { invalid, notFound, Refusal } from './answers.ts';
import { type Call, issueOf, type Operation, textOf } from './operation.ts';
import { pageOf } from './paging.ts';
import type { Comment, Issue } from './world.ts';

const mayRead = [
  { permission: 'issues', level: 'read' },
  { permission: 'pull-requests', level: 'read' },
] as const;
const mayWrite = [
  { permission: 'issues', level: 'write' },
  { permission: 'pull-requests', level: 'write' },
] as const;

/** Comments of issues and pull requests. */
export const comments: readonly Operation[] = [
  {
    method: 'GET',
    path: '/issues/{number}/comments',
    needs: mayRead,
    handle: (call) => {
      const issue = issueOf(call);
      const since = call.query.get('since') ?? '';
      const { items, headers } = pageOf(
        issue.comments.filter(({ updatedAt }) => updatedAt >= since),
        call,
      );
      return { status: 200, headers, body: items.map((comment) => viewOf(call, issue, comment)) };
    },
  },
  {
    method: 'POST',
    path: '/issues/{number}/comments',
    needs: mayWrite,
    handle: (call) => {
      const issue = issueOf(call);
      const { world, token } = call;
      if (issue.locked) throw new Refusal(403, 'Unable to create comment because issue is locked.');
      const now = timestamp(world.clock.now());
      const body = bodyOf(call);
      const comment = { id: world.nextId(), author: token.account, body, createdAt: now, updatedAt: now };
      issue.comments.push(comment);
      return { status: 201, body: viewOf(call, issue, comment) };
    },
  },
  {
    method: 'PATCH',
    path: '/issues/comments/{comment}',
    needs: mayWrite,
    handle: (call) => {
      const { issue, comment } = found(call);
      comment.body = bodyOf(call);
      comment.updatedAt = timestamp(call.world.clock.now());
      return { status: 200, body: viewOf(call, issue, comment) };
    },
  },
  {
    method: 'DELETE',
    path: '/issues/comments/{comment}',
    needs: mayWrite,
    handle: (call) => {
      const { issue, comment } = found(call);
      issue.comments = issue.comments.filter((other) => other !== comment);
      return { status: 204 };
    },
  },
];

function found({ repository, parameters }: Call): { readonly issue: Issue; readonly comment: Comment } {
  for (const issue of repository.issues.values()) {
    const comment = issue.comments.find(({ id }) => String(id) === parameters.comment);
    if (comment !== undefined) return { issue, comment };
  }
  throw notFound();
}

const MOST_CHARACTERS = 65_536;

function bodyOf(call: Call): string {
  const body = textOf(call, 'IssueComment', 'body');
  if (body.trim() === '') throw invalid('IssueComment', 'data', 'Body cannot be blank');
  if (Array.from(body).length > MOST_CHARACTERS) {
    throw invalid('IssueComment', 'data', `Body is too long (maximum is ${MOST_CHARACTERS} characters)`);
  }
  return body;
}

function viewOf({ repository, apiUrl }: Call, issue: Issue, comment: Comment): JsonObject {
  const { id, author, body, createdAt, updatedAt } = comment;
  const kind = issue.isPullRequest ? 'pull' : 'issues';
  const api = `${apiUrl}/repos/${repository.name}/issues`;
  return {
    url: `${api}/comments/${id}`,
    html_url: `https://github.com/${repository.name}/${kind}/${issue.number}#issuecomment-${id}`,
    issue_url: `${api}/${issue.number}`,
    id,
    node_id: `IC_${id}`,
    user: { login: author.login, id: author.id, type: author.type },
    created_at: createdAt,
    updated_at: updatedAt,
    body,
    author_association: author.type === 'Bot' ? 'NONE' : 'CONTRIBUTOR',
    performed_via_github_app: null,
  };
}
