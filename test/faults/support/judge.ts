import type { MemoryDoor } from '../../support/memory-door.ts';

/** What every main step must be, however it ends: green without an error, or red with exactly one that an author can read. */
export function judgeMain(door: MemoryDoor): readonly string[] {
  const errors = errorsOf(door);
  const wanted = door.failed() ? 1 : 0;
  return [
    ...(errors.length === wanted
      ? []
      : [`${errors.length} error annotations instead of ${wanted}: ${errors.join(' | ')}`]),
    ...errors.filter(isOurFault).map((message) => `speaks of a fault of ours: ${message}`),
  ];
}

/** What every post step must be: it never fails the job, and has at most one thing to say. */
export function judgePost(door: MemoryDoor): readonly string[] {
  const messages = door.annotations.map(({ level, message }) => `${level}: ${message}`);
  return [
    ...(door.failed() || errorsOf(door).length > 0 ? [`post fails the job: ${messages.join(' | ')}`] : []),
    ...(messages.length > 1 ? [`post has more than one thing to say: ${messages.join(' | ')}`] : []),
    ...messages.filter(isOurFault).map((message) => `post speaks of a fault of ours: ${message}`),
  ];
}

/** What a main step that was asked to end must be: red, at once, with what goes on in Atlas. */
export function judgeCancelled(
  door: MemoryDoor,
  { signal, changed, lasted, sentAfter }: { signal: string; changed: boolean; lasted: number; sentAfter: number },
): readonly string[] {
  const [message = ''] = errorsOf(door);
  const [first = '', ...rest] = message.split('\n');
  return [
    ...(lasted > 2_000 ? [`lives on for ${lasted} ms`] : []),
    ...(sentAfter > 0 ? [`sends ${sentAfter} requests after it was cancelled`] : []),
    // It may have been done already.
    ...(!door.failed() || first === `The job was cancelled (${signal}).`
      ? []
      : [`does not say that it was cancelled: ${message}`]),
    ...(door.failed() && changed && rest.length === 0 ? ['has changed something, and does not say what goes on'] : []),
  ];
}

export function errorsOf({ annotations }: MemoryDoor): readonly string[] {
  return annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
}

/** Words of the language instead of words for the author. */
function isOurFault(message: string): boolean {
  return /Unexpected fault|(?<!received )\bundefined\b|\[object|\bNaN\b/.test(message);
}
