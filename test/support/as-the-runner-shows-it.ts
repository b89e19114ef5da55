import type { MemoryDoor } from './memory-door.ts';
import { createCommandProcessor } from './runner/command-processor.ts';
import { createMasker } from './runner/masker.ts';
import { createStepContext } from './runner/step-context.ts';

/**
 * Gives what a step has told to the emulated runner, in its order and with debug logging, and returns what others see of
 * it: each line is masked with what was registered before it, the summary with everything.
 */
export function asTheRunnerShowsIt(door: MemoryDoor): Readonly<Record<string, string>> {
  const masker = createMasker();
  const context = createStepContext({ masker, debug: true });
  const readLine = createCommandProcessor(context, { outputs: new Map(), state: new Map() });
  for (const told of door.told) {
    if (told.kind === 'annotation') context.annotate({ level: told.level, title: told.title, message: told.text });
    else if (told.kind === 'mask') masker.add(told.text);
    else if (told.kind === 'debug') context.debug(told.text);
    else if (told.kind === 'group') context.output(`##[group]${told.text}`);
    else linesOf(told.text).forEach(readLine);
  }
  return {
    log: context.log.join('\n'),
    annotations: context.annotations.map(({ title, message }) => `${title}\n${message}`).join('\n'),
    summary: linesOf(door.summaries.join('\n')).map(masker.mask).join('\n'),
  };
}

/** What is handed to later steps and to the post step, as the masks of the job would show it. */
export function asLaterStepsShowIt({ masks, outputs, kept }: MemoryDoor): Readonly<Record<string, string>> {
  const masker = createMasker();
  for (const mask of masks) masker.add(mask);
  const masked = (values: Readonly<Record<string, string>>) => Object.values(values).map(masker.mask).join('\n');
  return { outputs: masked(outputs), state: masked(kept) };
}

/** Everything that a step has printed, before the runner has masked anything. */
export function printedBy(door: MemoryDoor): readonly string[] {
  return door.told.flatMap((told) => {
    if (told.kind === 'mask') return [];
    return told.kind === 'annotation' ? [told.title, told.text] : [told.text];
  });
}

/** Lines as the runner reads them. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}
