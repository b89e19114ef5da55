import { isSingleAddress, parseAddress, whyNotPublic } from '../../src/atlas/addresses.ts';
import { getCallerAddress } from '../../src/atlas/caller-address.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';

/** The address that this job's connections come from: the one that the author gives, else the one that Atlas sees. */
export async function runnerAddress(client: AtlasClient, given?: string): Promise<string> {
  if (given !== undefined) return assertUsable(given, 'ip');
  return assertUsable(await askAtlas(client), "Atlas's answer about the runner's address");
}

async function askAtlas(client: AtlasClient): Promise<string> {
  try {
    return await getCallerAddress(client);
  } catch (error) {
    if (client.signal.aborted || !(error instanceof Error)) throw error;
    throw new Error(`${error.message} ${ELSEWHERE}`, { cause: error });
  }
}

const ELSEWHERE = 'Where Atlas does not tell it, give the address to sync-network-access, as ip.';

/** Refuses what no connection can come from, with the reason; resolves to the one spelling of the address. */
export function assertUsable(text: string, source: string): string {
  const parsed = parseAddress(text);
  const address = 'address' in parsed ? parsed.address : undefined;
  if (address === undefined || !isSingleAddress(address)) {
    throw new Error(`${source}: ${JSON.stringify(text.slice(0, 80))} is not a single IP address, such as 203.0.113.9.`);
  }
  const problem = whyNotPublic(address);
  if (problem === undefined) return address;
  throw new Error(
    `${source}: ${address} is ${problem}, and Atlas never sees a connection come from it. Name the address that the runner's network shows to the internet; a private network that is peered with the project belongs into entries.`,
  );
}
