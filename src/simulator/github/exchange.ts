import type { Faults } from '../faults.ts';
import type { Json } from '../json.ts';
import { type RequestRecord, recordRequest } from '../request-log.ts';
import { type Answer, notFound, Refusal, responseOf } from './answers.ts';
import type { Call } from './operation.ts';
import { findRoute, type Route } from './routing.ts';
import { withFault } from './spoil.ts';
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

/** Takes one request through recording, faults, authentication and its operation. A broken connection is thrown. */
export async function exchange(parts: Parts, request: Request): Promise<Response> {
  const { world, requests, faults } = parts;
  const { origin, pathname, search, searchParams: query } = new URL(request.url);
  const { method, headers, signal } = request;
  const now = world.clock.now();
  const target = `${pathname}${search}`;
  const text = await request.text();
  const amend = recordRequest(requests, { now, method, target, origin, address: '127.0.0.1', headers, body: text });
  const arrival = { method, headers, origin, pathname, query, text };
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
  const perform = () => responseOf(answer(parts, arrival, route), now);
  const response = await withFault(fault, { perform, now, signal });
  amend({ status: response.status });
  return response;
}

interface Arrival {
  readonly method: string;
  readonly headers: Headers;
  readonly origin: string;
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly text: string;
}

function answer(parts: Parts, arrival: Arrival, route: Route | undefined): Answer {
  try {
    checkHeaders(arrival.headers);
    const token = tokenOf(parts.world, arrival.headers);
    if (token === undefined) throw unauthenticated(arrival.headers);
    if (arrival.method === 'POST' && arrival.pathname === graphqlPath(parts)) return viewer(token);
    if (!arrival.pathname.startsWith(`${parts.apiPath}/`)) throw notFound();
    return carryOut(parts, { arrival, route, token });
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
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
function viewer({ account: { login, id } }: Token): Answer {
  return { status: 200, body: { data: { viewer: { login, databaseId: id } } } };
}

interface Errand {
  readonly arrival: Arrival;
  readonly route: Route | undefined;
  readonly token: Token;
}

function carryOut({ world, apiPath }: Parts, { arrival, route, token }: Errand): Answer {
  const apiUrl = `${arrival.origin}${apiPath}`;
  if (route === undefined || !sees(token, route.repository)) throw notFound();
  const { repository, operation, parameters, rest } = route;
  if (route.moved) return redirected(arrival, `${apiUrl}/repositories/${repository.id}${rest}`);
  if (operation === undefined) throw notFound();
  const accepted = operation.needs.map(({ permission, level }) => `${permission.replaceAll('-', '_')}=${level}`);
  const headers = { 'X-Accepted-GitHub-Permissions': accepted.join('; ') };
  if (!isAllowed(token, { repository, needs: operation.needs })) {
    if (token.kind === 'classic' && repository.isPrivate) throw notFound();
    throw new Refusal(403, refusalOf(token), { headers });
  }
  const { query } = arrival;
  const path = `/repos/${repository.name}${rest}`;
  const call: Call = { world, repository, token, parameters, query, body: parsed(arrival.text), apiUrl, path };
  const done = operation.handle(call);
  return { ...done, headers: { ...headers, ...done.headers } };
}

function redirected({ method, query }: Arrival, address: string): Answer {
  const url = query.size > 0 ? `${address}?${query}` : address;
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
