import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { faultLine, parseFault } from '../src/simulator/fault-lines.ts';
import { type Fault, faultKinds } from '../src/simulator/faults.ts';
import { type DefaultGitHub, seedDefaultGitHub } from '../src/simulator/github/default-world.ts';
import { createGitHubSimulator } from '../src/simulator/github/github.ts';
import { createSimulator } from '../src/simulator/simulator.ts';
import { type DefaultWorld, seedDefaultWorld } from '../src/simulator/world/default-world.ts';

const help = `Starts a local MongoDB Atlas Admin API for trying workflows without an account.

  npm run simulator -- [options]

  --port NUMBER         port to listen on (8080; 0 for any)
  --host ADDRESS        address to listen on (127.0.0.1)
  --speed NUMBER        how many times faster than Atlas everything is done; dates and ages are those of this machine's clock (1)
  --seed NUMBER         the same seed gives the same organization, project, clusters, keys and secrets to start with,
                        ids included, so that a workflow can keep them; and the same changes in the same order take
                        the same time. Ids of snapshots, and of what is created later, begin with the time. (1)
  --fault "METHOD PATH KIND [NUMBER]"
                        spoil one request to Atlas; may be repeated
  --github-port NUMBER  start a small GitHub as well, with pull request, comments, environments and secrets (0 for any)
  --help                this text

Faults. PATH is the end of a path; "#2" after it means the second such request, whatever happened to the first. "*" stands
for any method or path. Of two faults that are due, the first takes the request, and the other one the next. KIND is one of

${Object.entries(faultKinds)
  .map(([kind, explanation]) => `  ${kind.padEnd(18)}${explanation}`)
  .join('\n')}

While it runs, the same lines can be sent, several at once too; Ctrl-C tells which faults hit nothing:

  curl -d 'POST /backup/snapshots#2 cut-after' http://127.0.0.1:8080/__simulator/faults
  curl http://127.0.0.1:8080/__simulator/faults             those that have hit nothing yet
  curl -X DELETE http://127.0.0.1:8080/__simulator/faults   disarms all
  curl http://127.0.0.1:8080/__simulator/requests           what arrived
  curl http://127.0.0.1:8080/__simulator/state              what there is, the data of clusters included

To try restores: cluster orders has two snapshots, of which "before the last release" holds other data than there are now, and
can be restored to any point in time since; flexible has the snapshots of the last eight days; staging is there to restore into.

The small GitHub has the same at its own port, and seeded tokens. A real runner sets GITHUB_API_URL itself and lets nobody change it: the
variable is for actions that are started by hand.
`;

/** Then everything is done at once: the longest thing that Atlas does takes some hours. */
const fastest = 100_000;

const options = {
  port: { type: 'string', default: '8080' },
  host: { type: 'string', default: '127.0.0.1' },
  speed: { type: 'string', default: '1' },
  seed: { type: 'string', default: '1' },
  fault: { type: 'string', multiple: true, default: [] as string[] },
  'github-port': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

await main();

async function main(): Promise<void> {
  try {
    const { values } = parseArgs({ options, args: withJoinedNumbers(process.argv.slice(2)) });
    if (values.help) console.log(help);
    else await serve(settingsOf(values));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** Joins "--speed -5" with "=": alone, parseArgs takes "-5" for an option and does not say what is wrong with it. */
function withJoinedNumbers(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const last = joined.at(-1);
    if (/^-\d/.test(arg) && last?.startsWith('--')) joined.splice(-1, 1, `${last}=${arg}`);
    else joined.push(arg);
  }
  return joined;
}

interface Settings {
  readonly port: number;
  readonly host: string;
  readonly speed: number;
  readonly seed: number;
  readonly faults: readonly Fault[];
  readonly gitHubPort: number | undefined;
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

function settingsOf({ port, host, speed, seed, fault, 'github-port': gitHubPort }: Values): Settings {
  return {
    port: wholeNumber('port', port, 65_535),
    host,
    speed: speedOf(speed),
    seed: wholeNumber('seed', seed, 2 ** 32 - 1),
    faults: fault.map(parseFault),
    gitHubPort: gitHubPort === undefined ? undefined : wholeNumber('github-port', gitHubPort, 65_535),
  };
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= most) return number;
  throw new Error(`--${name} must be a whole number from 0 to ${most}, not "${text}"`);
}

function speedOf(text: string): number {
  const speed = Number(text);
  if (speed > 0 && speed <= fastest) return speed;
  throw new Error(`--speed must be a number above 0, at most ${fastest}, not "${text}"`);
}

async function serve({ port, host, speed, seed, faults, gitHubPort }: Settings): Promise<void> {
  const atlas = createSimulator({ speed, seed });
  for (const fault of faults) atlas.faults.add(fault);
  const world = seedDefaultWorld(atlas);
  await using doors = new AsyncDisposableStack();
  const door = doors.use(await atlas.listen({ port, host }));
  const armed = [atlas.faults];
  const introductions = [introduction(door.url, world)];
  if (gitHubPort !== undefined) {
    const github = createGitHubSimulator({ seed });
    const gitHubDoor = doors.use(await github.listen({ port: gitHubPort, host }));
    armed.push(github.faults);
    introductions.push(gitHubIntroduction(gitHubDoor.url, seedDefaultGitHub(github)));
  }
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  console.log([...introductions, 'Stop with Ctrl-C.'].join('\n\n'));
  await stopped;
  const unfired = armed.flatMap((faults) => faults.unfired).map((fault) => `  ${faultLine(fault)}`);
  if (unfired.length > 0) console.log(['\nThese faults hit nothing:', ...unfired].join('\n'));
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
Cluster orders has snapshots, and staging is there to restore into.`;
}

function gitHubIntroduction(
  url: string,
  { repository, pullRequest, environment, jobToken, adminToken }: DefaultGitHub,
): string {
  return `Simulated GitHub: ${url}

GITHUB_API_URL=${url}
GITHUB_REPOSITORY=${repository.name}
GITHUB_TOKEN=${jobToken}
and, for secrets and environments, which GITHUB_TOKEN cannot write,
GITHUB_ADMIN_TOKEN=${adminToken}

Repository ${repository.name}, pull request ${pullRequest}, environment ${environment}.`;
}
