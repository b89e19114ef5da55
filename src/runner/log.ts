/** Where an action narrates what it does. One line per fact; nothing secret that is not masked yet. */
export interface Log {
  info(message: string): void;
  /** Shown only when the workflow runs with debug logging. */
  debug(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
  /** Runs `work` inside a foldable section of the log. */
  group<Result>(title: string, work: () => Promise<Result>): Promise<Result>;
}

/**
 * Makes foreign text safe to print: a line that the runner would take for a workflow command no longer is one, and
 * control characters become visible. The runner trims before it looks for `::`, ends a line at `\r` too, and finds the
 * old form `##[command]` anywhere in a line (actions/runner, ActionCommand.cs).
 */
export function defuse(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL_CHARACTERS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('##[', `#${BREAK}#[`)
    .split('\n')
    .map((line) => line.replace(/^(\s*):(?=:)/, `$1:${BREAK}`))
    .join('\n');
}

/** Zero-width space: what it stands between reads the same, and is no longer the runner's keyword. */
const BREAK = '\u200b';

// Everything that moves the cursor or reorders text, other than tab and line feed.
const CONTROL_CHARACTERS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: making these visible is what it is for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
