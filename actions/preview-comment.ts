import { messageOf } from '../src/atlas/errors.ts';
import type { ActionContext } from '../src/runner/context.ts';
import { pullRequestOf } from './environment.ts';

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
    onlyIfThere = false,
  }: {
    token: string;
    projectId: string;
    environment: string;
    title: CommentTitle;
    facts: readonly CommentFact[];
    /** Brings a comment with another title up to date, and creates none. */
    onlyIfThere?: boolean;
  },
): Promise<void> {
  const issueNumber = job.pullRequest ?? pullRequestOf(environment);
  if (issueNumber === undefined) {
    log.notice(
      `No comment was written. ${job.withoutPullRequest} An environment named after one, such as pr-12, would say which it is for.`,
    );
    return;
  }
  const rows = facts.flatMap(([label, value]) => (value ? [`| ${cell(label)} | ${verbatim(value)} |`] : []));
  const heading = titleOf(title, environment);
  const body = [heading, '', '| | |', '| --- | --- |', ...rows].join('\n');
  try {
    const { outcome, reason, others } = await github.upsertComment({
      token,
      issueNumber,
      marker: `atlas-preview:${projectId}:${environment}`,
      body,
      isGuess: job.pullRequest === undefined,
      ...(onlyIfThere && { unlessSaid: heading }),
    });
    if (outcome === 'skipped') log.notice(`The comment was not written: ${reason}`);
    for (const { author, url } of others ?? []) {
      log.notice(
        `A comment of another account, ${author}, has the marker of environment ${environment}, too, and may be out of date: ${url}. It was left alone.`,
      );
    }
  } catch (error) {
    log.notice(`The comment may be missing or out of date: ${messageOf(error)}`);
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
