const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Shows in a terminal what GitHub renders from a job summary of ours: a heading, a table of facts, links, a note. */
export function summaryAsText(summary: string): string {
  const rows = [...summary.matchAll(/<th[^>]*>(.*?)<\/th><td>(.*?)<\/td>/g)].map(
    ([, label = '', value = '']) => [label, value] as const,
  );
  const width = Math.max(0, ...rows.map(([label]) => label.length));
  const table = rows.map(([label, value]) => `${label.padEnd(width)}  ${value}`).join('\n');
  const text = summary
    .replace(/<table>.*<\/table>/s, table)
    .replace(/<a href="(.*?)">(.*?)<\/a>/g, '$2: $1')
    .replace(/<\/?(?:h3|p)>/g, '');
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '').trim();
}
