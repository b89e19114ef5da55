import { isIP } from 'node:net';
import { getCallerAddress } from '../../src/atlas/caller-address.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import { type Caller, getCaller } from '../../src/atlas/system.ts';
import { type Check, type Finding, findingOf, ok, unknown } from './check.ts';

/** Whether these credentials get in, and from which address they come. */
export interface Entrance {
  readonly checks: readonly Check[];
  /** Undefined where nobody got in: then there is nothing else to ask. */
  readonly caller: Caller | undefined;
  readonly callerIp: string | undefined;
}

/** Knocks: are the credentials accepted, and is this address on their API access list? */
export async function enter(client: AtlasClient, kind: string): Promise<Entrance> {
  try {
    const caller = await getCaller(client);
    const callerIp = await addressOf(client);
    const from = callerIp === undefined ? 'this runner' : callerIp;
    return {
      checks: [
        checkOf('credentials', ok(`Atlas accepts the ${kind}.`)),
        checkOf('API access list', ok(`The ${kind} may be used from ${from}.`)),
      ],
      caller,
      callerIp,
    };
  } catch (error) {
    const finding = findingOf(error);
    if (!finding || client.signal.aborted) throw error;
    return { checks: checksOf(error, { finding, kind }), caller: undefined, callerIp: addressIn(error) };
  }
}

/** Codes that mean: the credentials are right, the address is not. */
const aboutTheAddress: ReadonlySet<string> = new Set([
  'IP_ADDRESS_NOT_ON_ACCESS_LIST',
  'ORG_REQUIRES_ACCESS_LIST',
  'ORG_REQUIRES_WHITELIST',
]);

function checksOf(error: unknown, { finding, kind }: { finding: Finding; kind: string }): readonly Check[] {
  const isRefusal = error instanceof AtlasError && error.status < 500 && error.status !== 429;
  if (!isRefusal) return [checkOf('Atlas answers', finding), checkOf('credentials', unknown('Nobody could be asked.'))];
  if (!aboutTheAddress.has(error.code ?? '')) return [checkOf('credentials', finding)];
  return [checkOf('credentials', ok(`Atlas accepts the ${kind}.`)), checkOf('API access list', finding)];
}

function checkOf(check: string, finding: Finding): Check {
  return { check, for: [], ...finding };
}

/** Atlas names the address that it refuses. */
function addressIn(error: unknown): string | undefined {
  if (!(error instanceof AtlasError) || error.code !== 'IP_ADDRESS_NOT_ON_ACCESS_LIST') return undefined;
  const [address] = error.parameters;
  return typeof address === 'string' && isIP(address) > 0 ? address : undefined;
}

/** Best effort: Atlas promises nothing about this question. */
async function addressOf(client: AtlasClient): Promise<string | undefined> {
  try {
    const address = await getCallerAddress(client);
    return isIP(address) > 0 ? address : undefined;
  } catch (error) {
    if (!findingOf(error) || client.signal.aborted) throw error;
    return undefined;
  }
}
