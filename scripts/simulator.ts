import { parseArgs } from 'node:util';
import { scaledClock } from '../src/simulator/clock.ts';
import { faultKinds, parseFault } from '../src/simulator/faults.ts';
import { createSimulator } from '../src/simulator/simulator.ts';
import { type DefaultWorld, seedDefaultWorld } from '../src/simulator/world/default-world.ts';

const help = `Starts a local MongoDB Atlas Admin API for trying workflows without an account.

  npm run simulator -- [options]

  --port NUMBER    port to listen on (8080; 0 for any)
  --host ADDRESS   address to listen on (127.0.0.1)
  --speed NUMBER   simulated seconds per real second (1)
  --seed NUMBER    the same seed gives the same ids and durations (1)
  --fault "METHOD PATH KIND [NUMBER]"
                   spoil a request, may be repeated. PATH is the end of a path, "#2" after it means the second
                   such request, "*" stands for any method or path. NUMBER is Retry-After for status-429 and
                   milliseconds for slow. KIND is one of
                   ${faultKinds.slice(0, 6).join(', ')},
                   ${faultKinds.slice(6).join(', ')}
  --help           this text

More faults can be armed while it runs: POST /__simulator/faults. What arrived: GET /__simulator/requests.
`;

const options = {
  port: { type: 'string', default: '8080' },
  host: { type: 'string', default: '127.0.0.1' },
  speed: { type: 'string', default: '1' },
  seed: { type: 'string', default: '1' },
  fault: { type: 'string', multiple: true },
  help: { type: 'boolean', default: false },
} as const;

await main();

async function main(): Promise<void> {
  try {
    const { values } = parseArgs({ options });
    if (values.help) console.log(help);
    else await serve(values);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

interface Settings {
  readonly port: string;
  readonly host: string;
  readonly speed: string;
  readonly seed: string;
  readonly fault?: readonly string[] | undefined;
}

async function serve({ port, host, speed, seed, fault = [] }: Settings): Promise<void> {
  const clock = scaledClock({ speed: numberOf('speed', speed) });
  const simulator = createSimulator({ clock, seed: numberOf('seed', seed) });
  for (const line of fault) simulator.faults.add(parseFault(line));
  const world = seedDefaultWorld(simulator);
  const listening = await simulator.listen({ port: numberOf('port', port), host });
  console.log(introduction(listening.url, world));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void listening.close());
}

function introduction(url: string, { organization, project, clusters, apiKey, serviceAccount }: DefaultWorld): string {
  return `Simulated Atlas: ${url}

MONGODB_ATLAS_BASE_URL=${url}
MONGODB_ATLAS_ORG_ID=${organization.id}
MONGODB_ATLAS_PROJECT_ID=${project.id}

MONGODB_ATLAS_PUBLIC_API_KEY=${apiKey.publicKey}
MONGODB_ATLAS_PRIVATE_API_KEY=${apiKey.privateKey}
or
MONGODB_ATLAS_CLIENT_ID=${serviceAccount.clientId}
MONGODB_ATLAS_CLIENT_SECRET=${serviceAccount.secret}

Organization ${organization.name}, project ${project.name}, clusters ${Object.keys(clusters).join(', ')}.
Stop with Ctrl-C.`;
}

function numberOf(name: string, text: string): number {
  const number = Number(text);
  if (text === '' || !Number.isFinite(number) || number < 0)
    throw new Error(`--${name} must be a number, not "${text}"`);
  return number;
}
