import type { Fault, FaultKind } from './faults.ts';
import { type Answer, answered, dropped, type Outcome } from './wire.ts';

/** How one server words the answers that faults ask for. `garbage` may use what would have been answered. */
export type SpoiltAnswers = Readonly<Record<PlainKind, (fault: Fault) => Answer>> & {
  readonly garbage: (performed: Answer) => Answer;
};

/** Kinds that answer something else and do nothing. */
type PlainKind = Extract<FaultKind, 'status-401' | 'status-429' | 'status-500' | 'status-503-empty' | 'error'>;

/** What a fault works on. */
export interface Subject {
  readonly perform: () => Answer;
  readonly answers: SpoiltAnswers;
  readonly signal: AbortSignal;
}

/** Answers a request, or spoils it the way its fault says. */
export async function withFault(fault: Fault | undefined, { perform, answers, signal }: Subject): Promise<Outcome> {
  if (fault === undefined) return answered(perform());
  switch (fault.kind) {
    case 'refuse':
      return dropped('ECONNREFUSED');
    case 'cut-before':
      return dropped('ECONNRESET');
    case 'cut-after':
      perform();
      return dropped('ECONNRESET');
    case 'status-500-after':
      perform();
      return answered(answers['status-500'](fault));
    case 'garbage':
      return answered(answers.garbage(perform()));
    case 'slow': {
      const performed = takesEffect(fault) ? perform() : undefined;
      await pause(fault.milliseconds ?? 1000, signal);
      return signal.aborted ? dropped('ECONNRESET') : answered(performed ?? perform());
    }
    case 'stall':
      if (takesEffect(fault)) perform();
      await pause(undefined, signal);
      return dropped('ECONNRESET');
    default:
      return answered(answers[fault.kind](fault));
  }
}

function takesEffect({ effect = true }: Fault): boolean {
  return effect;
}

/** Waits until the time is over, or, first or without one, until the caller has left. */
function pause(milliseconds: number | undefined, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = milliseconds === undefined ? undefined : setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish, { once: true });
    if (signal.aborted) finish();
  });
}
