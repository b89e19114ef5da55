import { type Answer, type AnswerContext, commonHeaders, failure } from './answers.ts';
import { unauthorized } from './authentication/authenticate.ts';
import { type BucketName, bucketSizes, rateLimited } from './buckets.ts';
import { AtlasError, atlasError } from './errors.ts';
import type { Fault, FaultKind } from './faults.ts';

/** How an exchange ends: with an answer, or with a connection that breaks. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'dropped'; readonly code: 'ECONNREFUSED' | 'ECONNRESET' };

/** What a fault works on. */
export interface Subject {
  readonly perform: () => Answer;
  readonly context: AnswerContext;
  readonly path: string;
  readonly bucket: BucketName | undefined;
  readonly challenge: () => string;
  readonly signal: AbortSignal;
}

/** Answers a request, or spoils it the way its fault says. */
export async function withFault(fault: Fault | undefined, subject: Subject): Promise<Outcome> {
  if (fault === undefined) return answered(subject.perform());
  const { effect, outcome } = behaviours[fault.kind];
  const takesEffect = effect === 'as told' ? (fault.effect ?? true) : effect;
  const performed = takesEffect ? subject.perform() : undefined;
  return await outcome({ ...subject, fault, performed });
}

/** Ends an exchange by breaking the connection. */
export function dropped(code: 'ECONNREFUSED' | 'ECONNRESET'): Outcome {
  return { kind: 'dropped', code };
}

interface Spoiled extends Subject {
  readonly fault: Fault;
  /** The answer that would have been given, where the request took effect. */
  readonly performed: Answer | undefined;
}

interface Behaviour {
  readonly effect: boolean | 'as told';
  readonly outcome: (spoiled: Spoiled) => Outcome | Promise<Outcome>;
}

const serverError: Behaviour['outcome'] = ({ context }) => refused(context, atlasError('UNEXPECTED_ERROR'));

const behaviours: Readonly<Record<FaultKind, Behaviour>> = {
  refuse: { effect: false, outcome: () => dropped('ECONNREFUSED') },
  'cut-before': { effect: false, outcome: () => dropped('ECONNRESET') },
  'cut-after': { effect: true, outcome: () => dropped('ECONNRESET') },
  'status-401': {
    effect: false,
    outcome: ({ fault, context, challenge }) =>
      fault.plain === true
        ? answered(unauthorized(context, challenge()))
        : refused(context, atlasError('USER_UNAUTHORIZED')),
  },
  'status-429': {
    effect: false,
    outcome: ({ fault, context, path, bucket = 'projects' }) =>
      refused(
        context,
        rateLimited(path, { size: bucketSizes[bucket], retryAfterSeconds: fault.retryAfterSeconds ?? 6 }),
      ),
  },
  'status-500': { effect: false, outcome: serverError },
  'status-500-after': { effect: true, outcome: serverError },
  'status-503-empty': {
    effect: false,
    outcome: ({ context }) => answered({ status: 503, headers: commonHeaders(context), body: '' }),
  },
  garbage: { effect: true, outcome: ({ performed, context }) => answered(garbled(performed, context)) },
  slow: { effect: 'as told', outcome: answerLate },
  stall: { effect: 'as told', outcome: ({ signal }) => untilAborted(signal) },
  error: { effect: false, outcome: ({ fault, context }) => refused(context, arbitraryError(fault)) },
};

function answered(answer: Answer): Outcome {
  return { kind: 'answer', answer };
}

function refused(context: AnswerContext, error: AtlasError): Outcome {
  return answered(failure(context, error));
}

function arbitraryError({ status = 400, errorCode = 'INVALID_ATTRIBUTE', detail, parameters = [] }: Fault): AtlasError {
  return new AtlasError({ status, errorCode, detail: detail ?? errorCode, parameters });
}

/** A proxy's page where JSON should be: status 200, the right content type, an unreadable body. */
function garbled(performed: Answer | undefined, context: AnswerContext): Answer {
  const headers = performed?.headers ?? commonHeaders(context);
  return { status: 200, headers, body: '{"results":[{"id":"6a79' };
}

async function answerLate({ fault, performed, perform, signal }: Spoiled): Promise<Outcome> {
  await pause(fault.milliseconds ?? 1000, signal);
  if (signal.aborted) return dropped('ECONNRESET');
  return answered(performed ?? perform());
}

async function untilAborted(signal: AbortSignal): Promise<Outcome> {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return dropped('ECONNRESET');
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish, { once: true });
    if (signal.aborted) finish();
  });
}
