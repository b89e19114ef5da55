import { withFault } from '../fault-behaviour.ts';
import type { Faults } from '../faults.ts';
import type { Json } from '../json.ts';
import { type RequestRecord, recordRequest } from '../request-log.ts';
import type { Arrival, Outcome } from '../wire.ts';
import { answerOf, notFound, Refusal, type Reply } from './answers.ts';
import type { Call } from './operation.ts';
import { findRoute, type Route } from './routing.ts';
import { spoiltAnswers } from './spoilt-answers.ts';
import { isAllowed, refusalOf, sees, type Token } from './tokens.ts';
import type { World } from './world.ts';

/** The parts that one simulated GitHub is made of. */
export interface Parts {
  readonly world: World;
  readonly faults: Faults;
  readonly requests: RequestRecord[];
  /** `''` on github.com, `/api/v3` on a GitHub Enterprise Server. */
  readonly apiPath: string;
}

/** Takes one request through recording, faults, authentication and its operation. */
export async function exchange(parts: Parts, arrival: Arrival): Promise<Outcome> {
  const { world, requests, faults } = parts;
  const { method, target, headers } = arrival;
  const now = world.clock.now();
  const amend = recordRequest(requests, { ...arrival, now });
  const { pathname, searchParams: query } = new URL(`${arrival.origin}${target}`);
  const route = findRoute(world, method, pathname.slice(parts.apiPath.length));
  const pathTemplate = route?.operation === undefined ? undefined : `/repos/{owner}/{repo}${route.operation.path}`;
  const token = tokenOf(world, headers);
  amend({
    leg: 'call',
    ...(pathTemplate === undefined ? {} : { pathTemplate }),
    ...(token === undefined ? {} : { caller: token.account.login }),
  });
  const fault = faults.take({ method, target, pathTemplate, operationId: undefined, leg: 'call' });
  if (fault !== undefined) amend({ fault: fault.kind });
  const outcome = await withFault(fault, {
    perform: () => answerOf(reply(parts, { arrival, pathname, query, route, token }), now),
    answers: spoiltAnswers(now),
    signal: arrival.signal,
  });
  if (outcome.kind === 'answer') amend({ status: outcome.answer.status });
  return outcome;
}

/** A request of which everything is known that can be read off it. */
interface Errand {
  readonly arrival: Arrival;
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly route: Route | undefined;
  readonly token: Token | undefined;
}

function reply(parts: Parts, errand: Errand): Reply {
  const { arrival, pathname, token } = errand;
  try {
    checkHeaders(arrival.headers);
    if (token === undefined) throw unauthenticated(arrival.headers);
    if (arrival.method === 'POST' && pathname === graphqlPath(parts)) return viewer(token);
    if (!pathname.startsWith(`${parts.apiPath}/`)) throw notFound();
    return carryOut(parts, { ...errand, token });
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    throw error;
  }
}

function checkHeaders(headers: Headers): void {
  if (!headers.get('user-agent')) {
    throw new Refusal(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
    );
  }
  const version = headers.get('x-github-api-version');
  if (version !== null && version !== '2022-11-28') {
    throw new Refusal(400, `"${version}" is not a supported version.`);
  }
}

function tokenOf(world: World, headers: Headers): Token | undefined {
  const [, token = ''] = /^(?:token|bearer) (\S+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  return world.tokens.get(token);
}

function unauthenticated(headers: Headers): Refusal {
  return new Refusal(401, headers.has('authorization') ? 'Bad credentials' : 'Requires authentication');
}

function graphqlPath({ apiPath }: Parts): string {
  return `${apiPath.replace(/\/v3$/, '')}/graphql`;
}

/** The one question of GraphQL that is answered here: who am I? */
function viewer({ account: { login, id } }: Token): Reply {
  return { status: 200, body: { data: { viewer: { login, databaseId: id } } } };
}

function carryOut({ world, apiPath }: Parts, { arrival, query, route, token }: Errand & { token: Token }): Reply {
  const apiUrl = `${arrival.origin}${apiPath}`;
  if (route === undefined || !sees(token, route.repository)) throw notFound();
  const { repository, operation, parameters, rest } = route;
  if (route.moved) {
    const address = `${apiUrl}/repositories/${repository.id}${rest}`;
    return redirected(arrival.method, query.size > 0 ? `${address}?${query}` : address);
  }
  if (operation === undefined) throw notFound();
  const accepted = operation.needs.map(({ permission, level }) => `${permission.replaceAll('-', '_')}=${level}`);
  const headers = { 'X-Accepted-GitHub-Permissions': accepted.join('; ') };
  if (!isAllowed(token, { repository, needs: operation.needs })) {
    if (token.kind === 'classic' && repository.isPrivate) throw notFound();
    throw new Refusal(403, refusalOf(token), { headers });
  }
  const path = `/repos/${repository.name}${rest}`;
  const call: Call = { world, repository, token, parameters, query, body: parsed(arrival.body), apiUrl, path };
  const done = operation.handle(call);
  return { ...done, headers: { ...headers, ...done.headers } };
}

function redirected(method: string, url: string): Reply {
  const status = method === 'GET' ? 301 : 307;
  const message = status === 301 ? 'Moved Permanently' : 'Temporary Redirect';
  return { status, headers: { Location: url }, body: { message, url } };
}

function parsed(text: string): Json | undefined {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
}
