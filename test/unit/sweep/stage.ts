import { z } from 'zod';
import type { MemoryDoor, MemoryDoorOptions } from '../../support/memory-door.ts';
import { type EnvironmentSeed, seedEnvironment, tagsOf } from '../../support/seed-environment.ts';
import { setStage } from '../../support/stage.ts';

/** An Atlas and a GitHub, with credentials of a whole organization, in which environments can be seeded that have had their time. */
export function setSweepStage(options: Parameters<typeof setStage>[0] = {}) {
  const stage = setStage(options);
  const { atlas, time, gitHub: github, fetch: world } = stage;
  const shop = github.seedRepository({ name: 'acme/shop' });
  const owner = atlas.seedServiceAccount({ roles: ['Organization Owner'] });
  const withOwner = { 'client-id': owner.clientId, 'client-secret': owner.secret };
  const withToken = {
    'closed-pull-requests': 'true',
    'github-token': github.seedJobToken(shop, { 'pull-requests': 'read' }),
  };

  /** Runs a sweep that is no dry run, of the stage's project unless an organization is named. */
  const sweep = (
    inputs: Readonly<Record<string, string>> = {},
    more: Omit<MemoryDoorOptions, 'inputs'> = {},
  ): Promise<MemoryDoor> => {
    const place = 'organization' in inputs ? {} : { 'project-id': stage.project.id };
    return stage.run('sweep', { ...withOwner, ...place, 'dry-run': 'false', ...inputs }, more);
  };

  return {
    ...stage,
    github,
    shop,
    world,
    owner,
    withOwner,
    withToken,
    sweep,
    tagsOf: (name: string, seed: EnvironmentSeed = {}) => tagsOf(name, { ...seed, now: time.now() }),
    /** In the stage's project unless told. */
    seedEnvironment: (name: string, seed: EnvironmentSeed = {}) =>
      seedEnvironment(atlas, name, { project: stage.project, ...seed }),
  };
}

export type SweepStage = ReturnType<typeof setSweepStage>;

const findings = z.array(z.strictObject({ kind: z.string(), name: z.string(), project: z.string(), why: z.string() }));

/** What an output tells, in words: "cluster pr-7". */
export function named(door: MemoryDoor, output: 'deleted' | 'kept' | 'failed'): readonly string[] {
  return findings.parse(JSON.parse(door.outputs[output] ?? '')).map(({ kind, name }) => `${kind} ${name}`);
}

/** The reasons that an output gives. */
export function reasons(door: MemoryDoor, output: 'deleted' | 'kept' | 'failed'): readonly string[] {
  return findings.parse(JSON.parse(door.outputs[output] ?? '')).map(({ why }) => why);
}

/** What of Atlas was asked to change. */
export function writes({ calls }: Pick<SweepStage, 'calls'>): readonly string[] {
  return calls().filter((call) => !call.startsWith('GET'));
}
