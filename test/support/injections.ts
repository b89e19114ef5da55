import { linesOf, printedBy } from './as-the-runner-shows-it.ts';
import type { MemoryDoor } from './memory-door.ts';
import { KNOWN_COMMANDS, parseCommand } from './runner/commands.ts';

/** Texts of a step that are more than texts: commands for the runner, control characters, markup that is not ours. */
export function injectionsIn(door: MemoryDoor): readonly string[] {
  // Our own commands go through the door, so that whatever else the runner would obey was smuggled in.
  const lines = door.told.flatMap(({ kind, text }) => (kind === 'line' ? linesOf(text) : []));
  return [
    ...lines.filter(isCommand).map((line) => `the runner would obey ${JSON.stringify(line)}`),
    ...[...printedBy(door), ...door.summaries]
      .filter(hasControls)
      .map((text) => `control characters in ${JSON.stringify(text)}`),
    ...door.summaries.flatMap(foreignMarkup),
  ];
}

const known = new Set(KNOWN_COMMANDS);

function isCommand(line: string): boolean {
  return parseCommand(line, known) !== undefined;
}

/** Whatever moves the cursor, rings, or reorders what is read; tab and line feed apart. */
function hasControls(text: string): boolean {
  return /[\p{Cc}\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text.replace(/[\t\n]/g, ''));
}

const ownTag =
  /<(?:\/?(?:h[1-6]|table|thead|tbody|tr|th|td|p|ul|ol|li|code|pre|strong|em|details|summary|br)|th align="(?:left|right)"|\/a|a href="https?:\/\/[^"<>]*")>/g;

/** GitHub reads Markdown after every blank line, unless a block begins with a tag of HTML. */
function foreignMarkup(summary: string): readonly string[] {
  const rest = summary.replace(ownTag, '');
  const blocks = summary.split(/\n\s*\n/).filter((block) => block.trim() !== '');
  return [
    ...(/[<>]/.test(rest) ? [`foreign markup in the summary: ${JSON.stringify(rest)}`] : []),
    ...blocks
      .filter((block) => !/^<(?:h[1-6]|table|p|ul|ol|details|pre)>/.test(block.trim()))
      .map((block) => `Markdown in the summary: ${JSON.stringify(block)}`),
  ];
}
