/** Cuts a stream of text into lines as .NET's ReadLine does: `\n`, `\r` and `\r\n` each end one. */
export interface LineReader {
  readonly push: (chunk: string) => readonly string[];
  /** Returns the unfinished last line, if there is one. */
  readonly end: () => readonly string[];
}

/** Creates a reader for one stream; a chunk may end anywhere, even between `\r` and `\n`. */
export function createLineReader(): LineReader {
  let rest = '';
  let afterReturn = false;

  const push = (chunk: string): readonly string[] => {
    if (chunk === '') return [];
    const text = rest + (afterReturn && chunk.startsWith('\n') ? chunk.slice(1) : chunk);
    afterReturn = chunk.endsWith('\r');
    const lines = text.split(/\r\n|\r|\n/);
    rest = lines.pop() ?? '';
    return lines;
  };
  const end = (): readonly string[] => {
    const last = rest === '' ? [] : [rest];
    rest = '';
    return last;
  };
  return { push, end };
}
