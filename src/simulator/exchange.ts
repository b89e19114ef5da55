import { type AnswerContext, commonHeaders, failure, plainJson } from './answers.ts';
import { authenticate, checkCallerAddress, type Verdict } from './authentication/authenticate.ts';
import type { Caller } from './authentication/credentials.ts';
import type { Digest } from './authentication/digest.ts';
import { type OAuth, revokePath, tokenPath } from './authentication/oauth.ts';
import type { Buckets } from './buckets.ts';
import { carryOut } from './carry-out.ts';
import { AtlasError, atlasError } from './errors.ts';
import { withFault } from './fault-behaviour.ts';
import type { FaultKind, Faults, Leg } from './faults.ts';
import { operations } from './operations/table.ts';
import { type RequestRecord, recordRequest } from './request-log.ts';
import { findRoute, type Routing } from './routing.ts';
import { spoiltAnswers } from './spoilt-answers.ts';
import type { Answer, Arrival, Outcome } from './wire.ts';
import { beginWrite } from './world/access-list.ts';
import type { AccessWrite } from './world/access-types.ts';
import { recommendedMajorVersion } from './world/mongodb-versions.ts';
import type { World } from './world/types.ts';

/** The parts that one simulator is made of. */
export interface Parts {
  readonly world: World;
  readonly faults: Faults;
  readonly requests: RequestRecord[];
  readonly digest: Digest;
  readonly oauth: OAuth;
  readonly buckets: Buckets;
}

/** Takes one request through recording, authentication, faults and the operation itself. */
export async function exchange(parts: Parts, arrival: Arrival): Promise<Outcome> {
  const now = parts.world.clock.now();
  const amend = recordRequest(parts.requests, { ...arrival, now });
  const request = understand(parts, arrival, now);
  const { route } = request.routing;
  const known = { pathTemplate: route?.operation.path, operationId: route?.operation.operationId, leg: request.leg };
  const { caller } = request.verdict ?? {};
  amend({
    leg: request.leg,
    ...(route === undefined ? {} : { pathTemplate: route.operation.path, operationId: route.operation.operationId }),
    ...(caller === undefined ? {} : { caller: caller.kind === 'apiKey' ? caller.publicKey : caller.clientId }),
  });
  const fault = parts.faults.take({ method: arrival.method, target: arrival.target, ...known });
  if (fault !== undefined) amend({ fault: fault.kind });
  const arrives = fault === undefined || !neverArrives.includes(fault.kind);
  if (arrives) request.verdict?.commit?.();
  const write = arrives ? await beginSerialWrite(parts, request) : undefined;
  const outcome = await withFault(fault, {
    perform: () => perform(parts, arrival, { ...request, overlaps: write?.overlaps ?? false }),
    answers: spoiltAnswers({
      context: request.context,
      path: request.path,
      bucket: route?.operation.bucket,
      challenge: () => parts.digest.challenge(false),
    }),
    signal: arrival.signal,
  });
  if (write !== undefined) write.answered = true;
  if (outcome.kind === 'answer') amend({ status: outcome.answer.status });
  return outcome;
}

/** Long enough, in real milliseconds, for a second request sent at the same time to arrive. */
const turn = 5;

/** Notes a write that must not overlap with another of its project, and gives others a moment to do just that. */
async function beginSerialWrite({ world }: Parts, { routing, verdict }: Request): Promise<AccessWrite | undefined> {
  const { operation, parameters } = routing.route ?? {};
  if (operation?.serial !== true || verdict?.caller === undefined) return undefined;
  const write = beginWrite(world, parameters?.groupId ?? '');
  // With a window of simulated time there is no need for a real one.
  if (world.accessWriteSeconds === 0) await new Promise((resolve) => setTimeout(resolve, turn));
  return write;
}

/** With these faults Atlas never saw the request, so its nonce count is still free. */
const neverArrives: readonly FaultKind[] = ['refuse', 'cut-before'];

interface Request {
  readonly path: string;
  readonly context: AnswerContext;
  readonly routing: Routing;
  readonly leg: Leg;
  /** Absent where nobody needs to say who they are. */
  readonly verdict?: Verdict;
}

const ipInfoPath = '/api/private/ipinfo';
const defaultVersionPath = '/api/private/unauth/nds/defaultMongoDBMajorVersion';
const legsByPath: Readonly<Record<string, Leg>> = {
  [tokenPath]: 'token',
  [revokePath]: 'revoke',
};

function understand(parts: Parts, arrival: Arrival, now: number): Request {
  const { pathname: path, searchParams: query } = new URL(`${arrival.origin}${arrival.target}`);
  const context = { now, random: parts.world.noise, query, method: arrival.method, headers: {} };
  const openLeg = legsByPath[path];
  if (openLeg !== undefined) return { path, context, routing: { allowedMethods: [] }, leg: openLeg };
  if (path === defaultVersionPath) return { path, context, routing: { allowedMethods: ['GET'] }, leg: 'call' };
  const verdict = authenticate(parts.digest, parts.oauth, {
    authorization: arrival.headers.get('authorization') ?? '',
    method: arrival.method,
    target: arrival.target,
  });
  const leg = verdict.caller === undefined ? 'challenge' : 'call';
  return { path, context, routing: findRoute(operations, arrival.method, path), leg, verdict };
}

function perform(parts: Parts, arrival: Arrival, request: Request & { readonly overlaps: boolean }): Answer {
  const { context, path, verdict, routing, overlaps } = request;
  try {
    if (path === defaultVersionPath) return defaultVersion(arrival, context);
    if (verdict === undefined) return answerOAuth(parts, arrival, request);
    if (verdict.caller === undefined) return verdict.challenge(context);
    if (path === ipInfoPath) return callerAddress(arrival, context, verdict.caller);
    if (routing.route !== undefined) {
      return carryOut({ parts, arrival, context, path, route: routing.route, caller: verdict.caller, overlaps });
    }
    if (routing.allowedMethods.length === 0) throw atlasError('RESOURCE_NOT_FOUND', path);
    throw methodNotAllowed(arrival.method, routing.allowedMethods);
  } catch (error) {
    if (error instanceof AtlasError) return failure(context, error);
    throw error;
  }
}

/** Not of the public API: MongoDB's own command line asks it where it comes from. */
function callerAddress({ address, method }: Arrival, context: AnswerContext, caller: Caller): Answer {
  if (method !== 'GET') throw methodNotAllowed(method, ['GET']);
  checkCallerAddress(caller, address);
  return plainJson(context, 200, { currentIpv4Address: address });
}

/** Not of the public API either, and open to all: the command line asks it for the version of new clusters. */
function defaultVersion({ method }: Arrival, context: AnswerContext): Answer {
  if (method !== 'GET') throw methodNotAllowed(method, ['GET']);
  return {
    status: 200,
    headers: { ...commonHeaders(context), 'Content-Type': 'text/plain' },
    body: recommendedMajorVersion,
  };
}

function answerOAuth(parts: Parts, arrival: Arrival, { context, path }: Request): Answer {
  if (arrival.method !== 'POST') throw methodNotAllowed(arrival.method, ['POST']);
  const { headers, body, address } = arrival;
  const authorization = headers.get('authorization') ?? '';
  return parts.oauth.answer(
    { path, authorization, contentType: headers.get('content-type') ?? '', body, address },
    context,
  );
}

function methodNotAllowed(method: string, allowed: readonly string[]): AtlasError {
  const { status, errorCode, detail } = atlasError('METHOD_NOT_ALLOWED', method);
  return new AtlasError({
    status,
    errorCode,
    detail,
    parameters: [method],
    headers: { Allow: allowed.join(', ') },
  });
}
