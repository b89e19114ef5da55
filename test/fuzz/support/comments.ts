import type { Scene } from '../../faults/support/scenario.ts';

/** What in the suite's own comments on GitHub would be more than a text there; GitHub masks and escapes nothing of them. */
export function markupInComments({ stage }: Scene): readonly string[] {
  const issues = stage.gitHub.state.repositories.flatMap(({ issues: all }) => [...all.values()]);
  const ours = issues.flatMap(({ comments }) => comments).filter(({ author }) => author.type === 'Bot');
  return ours.map(({ body }) => body).filter((body) => !isInert(body));
}

/** A hidden marker; a line in bold; a table of two columns. Foreign words stand in `code` there, in entities. */
function isInert(body: string): boolean {
  const [marker = '', title = '', ...rows] = body.split('\n');
  const cell = '(?:<code>)?[^<>@`*_[\\]\\\\|]*(?:</code>)?';
  return (
    /^<!-- [\w.:/%-]*(?<!-) -->$/.test(marker) &&
    new RegExp(`^\\*\\*${cell}\\*\\*$`).test(title.replace(/ <code>/, '').replace('</code>', '')) &&
    rows.every(
      (row) => row === '' || row === '| --- | --- |' || new RegExp(`^\\| ${cell} ?\\| ${cell} ?\\|$`).test(row),
    )
  );
}
