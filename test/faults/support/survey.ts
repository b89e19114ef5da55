import type { MemoryDoor } from '../../support/memory-door.ts';
import { judgeMain, judgePost } from './judge.ts';
import type { Scenario, Scene } from './scenario.ts';

/** One request of an undisturbed run. */
export interface Place {
  readonly step: 'main' | 'post';
  /** Its number in the step, from 1. */
  readonly at: number;
  readonly server: 'atlas' | 'gitHub';
  /** Its number among the requests of the step to that server. */
  readonly nth: number;
  readonly method: string;
  /** May have an effect. */
  readonly writes: boolean;
  /** For messages: "GET /clusters/orders". */
  readonly what: string;
}

interface Sighting extends Place {
  readonly url: string;
  readonly answer: string;
  readonly writesBefore: number;
}

/** What an undisturbed run is made of. */
export interface Survey {
  /** The requests that are worth a mishap. */
  readonly places: readonly Place[];
  /** How it signs in. */
  readonly signIn: string;
}

/** Runs a scenario undisturbed, main and post; it must be in order. */
export async function survey(action: string, scenario: Scenario): Promise<Survey> {
  const scene = scenario.set();
  const sightings: Sighting[] = [];
  const main = await scene.run({ fetch: watched(scene, { step: 'main', sightings }) });
  const problems = [...judgeMain(main), ...(main.failed() ? [] : scene.afterGreen(main)), ...scene.whenever()];
  const post = await scene.stage.post(action, main, { fetch: watched(scene, { step: 'post', sightings }) });
  problems.push(...judgePost(post), ...(scene.left?.(main) ?? []));
  if (main.failed() || problems.length > 0) {
    throw new Error([`${scenario.name}, undisturbed:`, ...problems, ...annotationsOf(main)].join('\n'));
  }
  const [first] = scene.stage.atlas.requests;
  return { places: withoutRepetitions(sightings), signIn: first?.leg ?? 'none' };
}

/** Of reads that got the same answer from the same address, with no write in between, the first and the last. */
function withoutRepetitions(sightings: readonly Sighting[]): readonly Place[] {
  const like = (one: Sighting) => (other: Sighting) =>
    one.step === other.step &&
    one.url === other.url &&
    one.answer === other.answer &&
    one.writesBefore === other.writesBefore;
  return sightings.filter((one) => {
    if (one.writes) return true;
    return sightings.find(like(one)) === one || sightings.findLast(like(one)) === one;
  });
}

function watched(scene: Scene, { step, sightings }: { step: Place['step']; sightings: Sighting[] }): typeof fetch {
  const { stage } = scene;
  return async (input, init) => {
    const method = init?.method ?? 'GET';
    const { host, pathname } = new URL(String(input));
    const server = host === 'api.github.com' ? 'gitHub' : 'atlas';
    const index = sightings.length;
    const sighting: Sighting = {
      step,
      at: sightings.filter((one) => one.step === step).length + 1,
      server,
      nth: sightings.filter((one) => one.step === step && one.server === server).length + 1,
      method,
      writes: method !== 'GET',
      what: `${method} ${pathname.replace(/^.*\/groups\/[0-9a-f]{24}/, '')}`,
      url: String(input),
      answer: '',
      writesBefore: sightings.filter(({ writes }) => writes).length,
    };
    sightings.push(sighting);
    const response = await stage.fetch(input, init);
    sightings[index] = { ...sighting, answer: `${response.status} ${await response.clone().text()}` };
    return response;
  };
}

function annotationsOf({ annotations }: MemoryDoor): readonly string[] {
  return annotations.map(({ level, message }) => `${level}: ${message}`);
}
