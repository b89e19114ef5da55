import type { InputsOf } from '../../src/definition/action.ts';
import type { CheckContext } from '../../src/runner/context.ts';
import type { DesiredEntry } from '../../src/spec/desired.ts';
import { parseEntries } from '../../src/spec/parse-entries.ts';
import { InputProblems, problemsIn } from '../input-problems.ts';
import { assertUsable } from '../network-access/runner-address.ts';
import type { syncNetworkAccess as definition } from './action.ts';

type Inputs = Partial<InputsOf<typeof definition>>;

/** What an author lists. */
export interface ListedEntries {
  /** Undefined where nothing is listed: then only the runner's address counts. */
  readonly entries: readonly DesiredEntry[] | undefined;
  readonly notices: readonly string[];
}

/** Every problem of the entries, and of the address, before any request. */
export async function checkInputs(inputs: Inputs, context: CheckContext): Promise<readonly string[]> {
  const { ip } = inputs;
  const [entries, address] = await Promise.all([
    problemsIn(() => readEntries(inputs, context)),
    problemsIn(() => ip !== undefined && assertUsable(ip, 'ip')),
  ]);
  return [...entries, ...address];
}

/** What is listed, from the input or the file. Throws with every problem at once. */
export function readEntries(
  inputs: Inputs,
  { clock, readFile }: Pick<CheckContext, 'clock' | 'readFile'>,
): ListedEntries {
  const path = inputs['entries-file'];
  const file = path === undefined ? undefined : readFile(path);
  if (file && 'problem' in file) throw new InputProblems([`entries-file: ${file.problem}`]);
  const text = file?.text ?? inputs.entries;
  if (text === undefined) return { entries: undefined, notices: [] };
  const options = {
    source: path ?? 'entries',
    now: clock.now(),
    // Where the input itself is wrong, that is enough to say.
    allowAnywhere: inputs['allow-anywhere'] ?? true,
  };
  const parsed = parseEntries(text, options);
  if ('problems' in parsed) throw new InputProblems(parsed.problems);
  return parsed;
}
