import { type AtlasClient, createAtlasClient } from '../src/atlas/client.ts';
import type { Credentials } from '../src/atlas/credentials.ts';
import { deadlineIn, postDeadlineIn } from '../src/atlas/deadline.ts';
import { messageOf } from '../src/atlas/errors.ts';
import { createTransport } from '../src/atlas/http.ts';
import { getProjectByName } from '../src/atlas/projects.ts';
import { basicPair, revokeToken } from '../src/atlas/service-account.ts';
import type { ActionContext, PostContext } from '../src/runner/context.ts';
import type { AtlasInputs } from './shared-inputs.ts';

/** A client for one step, and the project that the step works in. */
export interface AtlasSession {
  readonly client: AtlasClient;
  readonly groupId: string;
}

const DEFAULT_BASE_URL = 'https://cloud.mongodb.com';

/** Names under which main keeps for post what it needs to give the token back. */
const state = {
  baseUrl: 'base-url',
  clientId: 'client-id',
  clientSecret: 'client-secret',
  publicKey: 'public-key',
  privateKey: 'private-key',
  token: 'access-token',
} as const;

type SessionInputs = AtlasInputs & { readonly 'timeout-minutes': number };

/** Signs in and finds the project. */
export async function openAtlas(
  inputs: SessionInputs,
  context: SessionContext,
  options: { readonly postCallsAtlas?: boolean } = {},
): Promise<AtlasSession> {
  const client = openClient(inputs, context, options);
  return { client, groupId: inputs['project-id'] ?? (await projectNamed(client, inputs['project-name'])) };
}

/** What of a step's context a session needs; the outputs of the action are no business of it. */
export type SessionContext = Omit<ActionContext, 'publish'>;

/** Makes a client that signs in. Whatever must be tidied up is kept for `closeAtlas` before it comes into being. */
export function openClient(
  inputs: SessionInputs,
  context: SessionContext,
  { postCallsAtlas = false }: { readonly postCallsAtlas?: boolean } = {},
): AtlasClient {
  const baseUrl = inputs['base-url'] ?? DEFAULT_BASE_URL;
  const credentials = credentialsFrom(inputs);
  if (credentials.kind === 'service-account') {
    context.mask(basicPair(credentials));
    context.saveState(state.baseUrl, baseUrl);
    context.saveState(state.clientId, credentials.clientId);
    context.saveState(state.clientSecret, credentials.clientSecret);
  }
  if (credentials.kind === 'api-key' && postCallsAtlas) {
    context.saveState(state.baseUrl, baseUrl);
    context.saveState(state.publicKey, credentials.publicKey);
    context.saveState(state.privateKey, credentials.privateKey);
  }
  return createAtlasClient({
    baseUrl,
    credentials,
    fetch: context.fetch,
    clock: context.clock,
    random: context.random,
    signal: context.signal,
    deadline: deadlineIn(inputs['timeout-minutes'], context.clock, context),
    log: context.log.info,
    onToken: (token) => {
      context.mask(token);
      context.saveState(state.token, token);
    },
  });
}

/** A client for the post step, from what main kept; undefined where main ended before it signed in. */
export function reopenClient(
  context: PostContext,
  { within, onToken }: { readonly within: number; readonly onToken: (token: string) => void },
): AtlasClient | undefined {
  const { state: kept, ...world } = context;
  const [clientId, clientSecret] = [kept(state.clientId), kept(state.clientSecret)];
  const [publicKey, privateKey] = [kept(state.publicKey), kept(state.privateKey)];
  for (const secret of [clientSecret, privateKey]) context.mask(secret);
  const credentials: Credentials = clientId
    ? { kind: 'service-account', clientId, clientSecret }
    : { kind: 'api-key', publicKey, privateKey };
  if (credentials.kind === 'service-account') context.mask(basicPair(credentials));
  else if (publicKey === '') return undefined;
  return createAtlasClient({
    ...world,
    baseUrl: kept(state.baseUrl),
    credentials,
    deadline: postDeadlineIn(within, context.clock),
    log: context.log.info,
    onToken: (token) => {
      context.mask(token);
      onToken(token);
    },
  });
}

/** Gives the step's access token back; an API key leaves nothing behind. */
export async function closeAtlas(context: PostContext, token = context.state(state.token)): Promise<void> {
  const { state: kept } = context;
  if (token === '') return;
  const account = { clientId: kept(state.clientId), clientSecret: kept(state.clientSecret) };
  for (const secret of [token, account.clientSecret, basicPair(account)]) context.mask(secret);
  const request = { account, baseUrl: kept(state.baseUrl), token, signal: context.signal };
  try {
    const revoked = await revokeToken(
      createTransport({ ...context, deadline: postDeadlineIn(REVOKE_WITHIN, context.clock) }),
      request,
    );
    // That all is well says nobody needs to read in every job.
    if (revoked) context.log.debug('The access token has been revoked.');
    else context.log.info(STAYS);
  } catch (error) {
    context.log.info(`${STAYS} ${messageOf(error)}`);
  }
}

/** Milliseconds: all post steps of a cancelled job share a few minutes. */
const REVOKE_WITHIN = 10_000;

const STAYS = 'The access token could not be revoked; it ends by itself within the hour.';

function credentialsFrom(inputs: AtlasInputs): Credentials {
  const { 'client-id': clientId, 'client-secret': clientSecret } = inputs;
  const { 'public-key': publicKey, 'private-key': privateKey } = inputs;
  if (clientId !== undefined && clientSecret !== undefined) return { kind: 'service-account', clientId, clientSecret };
  if (publicKey !== undefined && privateKey !== undefined) return { kind: 'api-key', publicKey, privateKey };
  throw new Error('The inputs were accepted without credentials.');
}

async function projectNamed(client: AtlasClient, name: string | undefined): Promise<string> {
  if (name === undefined) throw new Error('The inputs were accepted without a project.');
  const project = await getProjectByName(client, name);
  return project.id;
}
