import type { ActionDefinition } from '../../../src/definition/action.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { findLeaks } from '../../support/runner/leaks.ts';

/** Secrets that a run has let be seen, in whatever encoding: in the log, the annotations, the summary, or in what is kept and handed over without a mask. */
export function leaksOf(
  door: MemoryDoor,
  secrets: Readonly<Record<string, string>>,
  definition: Pick<ActionDefinition, 'outputs'>,
): readonly string[] {
  const masked = (text: string) =>
    door.masks
      .toSorted((one, other) => other.length - one.length)
      .reduce((rest, mask) => rest.replaceAll(mask, '***'), text);
  const open = Object.entries(door.outputs).filter(([name]) => !definition.outputs[name]?.secret);
  const shown = {
    lines: door.lines.join('\n'),
    annotations: JSON.stringify(door.annotations),
    summaries: door.summaries.join('\n'),
    'open outputs': JSON.stringify(Object.fromEntries(open)),
    'secret outputs': masked(Object.values(door.outputs).join('\n')),
    state: masked(Object.values(door.kept).join('\n')),
  };
  const token = door.kept['access-token'];
  const handed = Object.entries(door.outputs).filter(([name]) => definition.outputs[name]?.secret);
  const all = { ...secrets, ...Object.fromEntries(handed), ...(token !== undefined && { token }) };
  // One search through everything is enough where nothing is found.
  const isClean = findLeaks({ everything: Object.values(shown).join('\n') }, all).length === 0;
  return [
    ...(isClean ? [] : findLeaks(shown, all)).map(({ text, secret, form }) => `${secret} leaks into ${text} (${form})`),
    ...handed.flatMap(([name, value]) => {
      const mask = door.events.indexOf(`mask ${value}`);
      return mask >= 0 && mask < door.events.indexOf(`output ${name}=${value}`) ? [] : [`${name} is not masked first`];
    }),
  ];
}
