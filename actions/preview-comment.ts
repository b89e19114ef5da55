import { messageOf } from '../src/atlas/errors.ts';
import type { ActionContext } from '../src/runner/context.ts';

/** One row of the comment: plain texts, never a secret, because GitHub masks nothing in comments. */
export type CommentFact = readonly [label: string, value: string | undefined];

/** What stands before and after the environment's name. */
export type CommentTitle = readonly [before: string, after: string];

/**
 * Keeps the pull request's comment about its environment up to date. A comment is a courtesy: where the token may not, or
 * GitHub fails, the step goes on with a notice.
 */
export async function writePreviewComment(
  { job, github, log }: Pick<ActionContext, 'job' | 'github' | 'log'>,
  {
    token,
    projectId,
    environment,
    title,
    facts,
  }: { token: string; projectId: string; environment: string; title: CommentTitle; facts: readonly CommentFact[] },
): Promise<void> {
  if (job.pullRequest === undefined) {
    log.notice('There is no comment to write: this run is not for a pull request.');
    return;
  }
  const rows = facts.flatMap(([label, value]) => (value ? [`| ${cell(label)} | ${verbatim(value)} |`] : []));
  const body = [titleOf(title, environment), '', '| | |', '| --- | --- |', ...rows].join('\n');
  try {
    const marker = `atlas-preview:${projectId}:${environment}`;
    const { outcome, reason } = await github.upsertComment({ token, issueNumber: job.pullRequest, marker, body });
    if (outcome === 'skipped') log.notice(`The comment was not written: ${reason}`);
  } catch (error) {
    log.notice(`The comment was not written: ${messageOf(error)}`);
  }
}

/**
 * Names are foreign text: nothing of them may become markup, a mention or a link. GitHub looks for mentions, issues and
 * commits after it has decoded entities, but never within code.
 */
function verbatim(text: string): string {
  return `<code>${cell(text)}</code>`;
}

/** Keeps a text in its cell, and Markdown from reading it. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_~[\]<>|#@&!:]/g, (character) => `&#${character.codePointAt(0)};`);
}

/** Words of ours around the environment's name, which is foreign. */
function titleOf([before, after]: CommentTitle, environment: string): string {
  return `**${cell(before)} ${verbatim(environment)}${after && ` ${cell(after)}`}**`;
}
