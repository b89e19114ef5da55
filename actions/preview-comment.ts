import type { ActionContext } from '../src/runner/context.ts';

/** One row of the comment: plain texts, never a secret, because GitHub masks nothing in comments. */
export type CommentFact = readonly [label: string, value: string | undefined];

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
  }: { token: string; projectId: string; environment: string; title: string; facts: readonly CommentFact[] },
): Promise<void> {
  if (job.pullRequest === undefined) {
    log.notice('There is no comment to write: this run is not for a pull request.');
    return;
  }
  const rows = facts.flatMap(([label, value]) => (value ? [`| ${cell(label)} | ${cell(value)} |`] : []));
  const body = [`**${cell(title)}**`, '', '| | |', '| --- | --- |', ...rows].join('\n');
  try {
    const marker = `atlas-preview:${projectId}:${environment}`;
    const { outcome, reason } = await github.upsertComment({ token, issueNumber: job.pullRequest, marker, body });
    if (outcome === 'skipped') log.notice(`The comment was not written: ${reason}`);
  } catch (error) {
    log.notice(`The comment was not written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Names are foreign text: nothing of them may become markup, a mention or a link. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_~[\]<>|#@&!:]/g, (character) => `&#${character.codePointAt(0)};`);
}
