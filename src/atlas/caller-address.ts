import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import { operation } from './operation.ts';

/** Not of the public API: MongoDB's own command line asks it, and Atlas promises nothing. */
const ipInfo = operation({
  method: 'GET',
  root: '/api/private',
  path: '/ipinfo',
  version: undefined,
  task: "ask Atlas for the runner's address",
  role: 'Organization Member',
  answer: z.object({ currentIpv4Address: z.string() }),
});

/** The address that this machine's requests come from, as Atlas sees it. */
export async function getCallerAddress(client: AtlasClient): Promise<string> {
  const { currentIpv4Address } = await client.call(ipInfo, { path: {} });
  return currentIpv4Address;
}
