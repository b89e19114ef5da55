/** A workflow command found in a line of output. */
export interface WorkflowCommand {
  /** Lower case, as the runner compares names without regard to case. */
  readonly name: string;
  /** Keys in lower case. */
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
}

/** The commands every runner knows; a stop token joins them while it is in force. */
export const KNOWN_COMMANDS: readonly string[] = [
  'stop-commands',
  'set-env',
  'set-output',
  'save-state',
  'add-mask',
  'add-path',
  'add-matcher',
  'remove-matcher',
  'debug',
  'warning',
  'error',
  'notice',
  'group',
  'endgroup',
  'echo',
];

const V1_ESCAPES = [';=%3B', '\r=%0D', '\n=%0A', ']=%5D', '%=%25'];
const V2_DATA_ESCAPES = ['\r=%0D', '\n=%0A', '%=%25'];
const V2_PROPERTY_ESCAPES = ['\r=%0D', '\n=%0A', ':=%3A', ',=%2C', '%=%25'];

/** Finds the workflow command in a line the way ActionCommand.cs does: `::cmd::` first, else `##[cmd]` anywhere in it. */
export function parseCommand(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  return parseV2(line.trimStart(), known) ?? parseV1(line, known);
}

function parseV2(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  if (!line.startsWith('::')) return undefined;
  const end = line.indexOf('::', 2);
  if (end < 0) return undefined;
  const [name, properties] = cut(line.slice(2, end));
  if (!known.has(name)) return undefined;
  return {
    name,
    properties: parseProperties(properties.trim(), ',', V2_PROPERTY_ESCAPES),
    data: decode(line.slice(end + 2), V2_DATA_ESCAPES),
  };
}

function parseV1(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  const start = line.indexOf('##[');
  if (start < 0) return undefined;
  const end = line.indexOf(']', start);
  if (end < 0) return undefined;
  const [name, properties] = cut(line.slice(start + 3, end));
  if (!known.has(name)) return undefined;
  return {
    name,
    properties: parseProperties(properties, ';', V1_ESCAPES),
    data: decode(line.slice(end + 1), V1_ESCAPES),
  };
}

function cut(info: string): readonly [name: string, properties: string] {
  const space = info.indexOf(' ');
  return space < 0 ? [info.toLowerCase(), ''] : [info.slice(0, space).toLowerCase(), info.slice(space + 1)];
}

function parseProperties(text: string, separator: string, escapes: readonly string[]): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const pair of text.split(separator)) {
    const [key, value] = splitPair(pair.replace(/^=+/, ''));
    if (key !== '' && value !== '') properties.set(key.toLowerCase(), decode(value, escapes));
  }
  return properties;
}

function splitPair(pair: string): readonly [key: string, value: string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}

// In the order of the runner's tables, `%25` last, so that `%250A` ends as the text `%0A`.
function decode(text: string, escapes: readonly string[]): string {
  return escapes.reduce((result, pair) => result.replaceAll(pair.slice(2), pair.slice(0, 1)), text);
}
