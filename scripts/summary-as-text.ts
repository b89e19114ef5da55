const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Shows in a terminal what GitHub renders from a job summary of ours: a heading, tables, links, a note. */
export function summaryAsText(summary: string): string {
  const text = summary
    .replace(/<table>(.*?)<\/table>/gs, (_, rows: string) => tableAsText(rows))
    .replace(/<a href="(.*?)">(.*?)<\/a>/g, '$2: $1')
    .replace(/<\/?(?:h3|p)>/g, '');
  return unescaped(text).trim();
}

/** Columns of equal width. */
function tableAsText(html: string): string {
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    Array.from(row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g), ([, cell = '']) => cell),
  );
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => unescaped(row[column] ?? '').length)),
  );
  const padded = (cell: string, width: number) => cell + ' '.repeat(Math.max(0, width - unescaped(cell).length));
  return rows
    .map((row) => row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');
}
