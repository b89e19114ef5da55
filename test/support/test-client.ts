import { type AtlasClient, type AtlasOptions, createAtlasClient } from '../../src/atlas/client.ts';
import { deadlineIn } from '../../src/atlas/deadline.ts';
import { stoppedClock } from './memory-door.ts';

export interface TestClient extends AtlasClient {
  readonly lines: readonly string[];
  readonly tokens: readonly string[];
}

/** A client whose waiting costs no time, and that remembers what it said. */
export function testClient(options: Pick<AtlasOptions, 'credentials'> & Partial<AtlasOptions>): TestClient {
  const lines: string[] = [];
  const tokens: string[] = [];
  const clock = options.clock ?? stoppedClock();
  const client = createAtlasClient({
    baseUrl: 'https://cloud.mongodb.com',
    fetch,
    random: () => 0.5,
    signal: new AbortController().signal,
    deadline: deadlineIn(3_600_000, clock),
    log: (line) => lines.push(line),
    onToken: (token) => tokens.push(token),
    ...options,
    clock,
  });
  return { ...client, lines, tokens };
}

export const testAccount = {
  kind: 'service-account',
  clientId: `mdb_sa_id_${'a'.repeat(24)}`,
  clientSecret: 'mdb_sa_sk_secret-of-the-test',
} as const;
