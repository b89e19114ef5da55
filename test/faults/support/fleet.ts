import { createRandom, type Random } from '../../../src/simulator/random.ts';
import { accessEntriesOf, targetName } from '../../../src/simulator/world/access-list.ts';
import { runVariables, setStage } from '../../support/stage.ts';
import { virtualTime } from '../../support/virtual-time.ts';
import { type Fate, type Job, type JobPlan, jobOf, runJob } from './fleet-job.ts';
import { drawWeather, type Kind, pick, type Weather } from './fleet-weather.ts';

/** What became of one schedule. */
export interface FleetReport {
  readonly weather: Weather;
  /** What must never be, in words. */
  readonly problems: readonly string[];
  readonly greens: number;
  /** Addresses that jobs have left to their expiry. */
  readonly left: readonly string[];
}

type Stage = ReturnType<typeof setStage>;

const SHARED = '203.0.113.9';
const JOBS = 20;
const SHARING = 8;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Entries that one of the jobs keeps in the list. */
const listed = ['192.0.2.128/25', '198.18.0.0/15'];

/** Lets twenty jobs loose on one project, eight of them behind one address; everything about them is decided by the seed. */
export async function runFleet(seed: number, kind: Kind): Promise<FleetReport> {
  const random = createRandom(seed);
  const weather = drawWeather(random, kind);
  const stage = stageFor(seed, weather);
  const { atlas, project } = stage;
  const foreign = seedForeign(stage, random);
  const time = virtualTime({ now: stage.time.now(), moveTo: (now) => stage.time.advance(now - stage.time.now()) });
  const jobs = Array.from({ length: JOBS }, (_, number) => jobOf(drawJob(number, random, weather)));
  for (const job of jobs) {
    const flow = time.start((self) => runJob(job, self, { stage, random, weather }));
    const { fate } = job.plan;
    if (fate.kind !== 'cancelled' && fate.kind !== 'lost') continue;
    time.start(async ({ clock }) => {
      await clock.sleep(job.plan.startsAfter + fate.after, new AbortController().signal);
      job.isUsing = false;
      if (fate.kind === 'lost') flow.kill();
      else job.cancellation.abort(new Error('The job was cancelled.'));
    });
  }
  const lost = new Set<string>();
  time.watch(() => {
    for (const { name } of lostAddresses(stage, jobs)) lost.add(`${name} lost its address`);
  });
  await time.run();

  const ours = accessEntriesOf(atlas.state, project.id).filter(({ target }) => {
    return !foreign.has(targetName(target)) && !listed.includes(targetName(target));
  });
  const left = ours.map(({ target }) => targetName(target));
  stage.time.advance(8 * DAY);
  const afterwards = accessEntriesOf(atlas.state, project.id).map(({ target }) => targetName(target));
  return {
    weather,
    problems: [
      ...lost,
      ...ours
        .filter(({ deleteAfter }) => deleteAfter === undefined)
        .map(({ target }) => `${targetName(target)} stays for good`),
      ...afterwards
        .filter((name) => !foreign.has(name) && !listed.includes(name))
        .map((name) => `${name} is there after a week`),
      ...jobs
        .filter((job) => shouldHaveClosed(job, weather) && left.includes(`${job.plan.address}/32`))
        .map(({ name }) => `${name} has not closed its address`),
      ...[...foreign]
        .filter(([, isUntouched]) => !isUntouched())
        .map(([name]) => `${name} is foreign, and was touched`),
      ...jobs.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`)),
    ],
    greens: jobs.filter(({ wasGreen }) => wasGreen).length,
    left,
  };
}

/** Alone at its address, and nothing went wrong: then nothing of it is left to an expiry. */
function shouldHaveClosed({ plan }: Job, { kind }: Weather): boolean {
  return kind === 'fair' && plan.address !== SHARED && plan.fate.kind === 'none';
}

function stageFor(seed: number, { oddities, lag, activation }: Weather): Stage {
  const stage = setStage({
    seed,
    oddities,
    accessList: { writeSeconds: 0.3 },
    rateLimits: { oauthToken: { capacity: 1_000, refill: 1_000, periodSeconds: 60 } },
  });
  stage.atlas.state.durations['accessEntry.lag'] = lag;
  if (activation !== 'drawn') stage.atlas.state.durations['accessEntry.active'] = activation;
  return stage;
}

function lostAddresses({ atlas: { state }, project, time }: Stage, jobs: readonly Job[]): readonly Job[] {
  const now = time.now();
  const open = accessEntriesOf(state, project.id).filter(({ activeAt }) => activeAt <= now);
  const names = new Set(open.map(({ target }) => targetName(target)));
  return jobs.filter(({ isUsing, plan }) => isUsing && !names.has(`${plan.address}/32`));
}

function drawJob(number: number, random: Random, weather: Weather): JobPlan {
  const isSharing = number < SHARING;
  const [least, most] = weather.uses;
  const usesFor = Math.round(least * (most / least) ** random.next());
  const startsAfter =
    weather.spread === 'relay' ? number * 20_000 + random.integer(0, 8_000) : random.integer(0, weather.spread);
  // Of the jobs behind one address, two and two belong to a run, and the runs to two repositories.
  const run = isSharing ? Math.floor(number / 2) : number;
  return {
    number,
    address: isSharing ? SHARED : `203.0.113.${100 + number}`,
    variables: {
      ...runVariables(),
      GITHUB_REPOSITORY: run % 2 === 0 ? 'acme/shop' : 'acme/billing',
      GITHUB_RUN_ID: String(19_512_345_600 + run),
      RUNNER_NAME: `runner-${number}`,
      // As GitHub's runner tells its jobs apart; what a step exports does not reach the next one here.
      RUNNER_TRACKING_ID: `github_${number}`,
    },
    login: pick(random, ['withAccount', 'withKey'] as const),
    startsAfter,
    usesFor,
    renews: random.chance(0.2),
    hours: Math.ceil((usesFor + HOUR / 2) / HOUR) + random.integer(0, 1),
    lists: number === JOBS - 1 ? listed : [],
    fate: random.chance(weather.mishaps) ? drawFate(random) : { kind: 'none' },
  };
}

function drawFate(random: Random): Fate {
  const death = { at: random.integer(1, 14), moment: pick(random, ['before', 'after'] as const) };
  return pick<Fate>(random, [
    { kind: 'killed', death, hasPost: true },
    { kind: 'killed', death, hasPost: false },
    { kind: 'cancelled', after: random.integer(0, 90_000) },
    { kind: 'lost', after: random.integer(0, 300_000) },
    { kind: 'post killed', death: { ...death, at: 1 + (death.at % 5) } },
  ]);
}

/** What others have in the list, and whether it is untouched: two of them let in a job's address. */
function seedForeign({ atlas, time }: Stage, random: Random): ReadonlyMap<string, () => boolean> {
  const office = atlas.state.accessEntries.slice();
  const seeded = [
    { entry: '203.0.113.110', comment: 'by hand' },
    { entry: '203.0.113.111', comment: 'gha by hand', deleteAfter: time.now() + 5 * DAY },
    { entry: '198.51.100.0/24' },
    ...(random.chance(0.1) ? [{ entry: SHARED, comment: 'the NAT' }] : []),
  ].map((seed) => atlas.seedAccessEntry(seed));
  return new Map(
    [...office, ...seeded].map((entry) => {
      const before = JSON.stringify(entry);
      return [targetName(entry.target), () => JSON.stringify(entry) === before] as const;
    }),
  );
}
