import { clusterNameOf } from '../../../src/environment/environment.ts';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { type EnvironmentSeed, seedEnvironment, tagsOf } from '../../support/seed-environment.ts';
import { type StepWorld, setStage } from '../../support/stage.ts';

const owner = { repository: 'acme/shop', name: 'pr-7' };

/** An Atlas in which an environment pr-7 can be seeded as provision makes it, and torn down. */
export function setTeardownStage(options: Parameters<typeof setStage>[0] = {}) {
  const stage = setStage(options);
  const { atlas, time, withAccount } = stage;
  const organization = atlas.seedServiceAccount({ roles: ['Organization Owner'] });
  const withOwner = { 'client-id': organization.clientId, 'client-secret': organization.secret };
  const cluster = clusterNameOf(owner);
  return {
    ...stage,
    withOwner,
    /** Name of the environment's cluster. */
    cluster,
    mark: (room: number) => writeMark(owner, { room }),
    tagsOf: (name: string) => tagsOf(name, { now: time.now(), expiresIn: 200 }),
    seedEnvironment: (seed: EnvironmentSeed = {}) =>
      seedEnvironment(atlas, 'pr-7', { project: stage.project, expiresIn: 200, cluster, ...seed }),
    teardown: (inputs: Readonly<Record<string, string>> = {}, world: StepWorld = {}) =>
      stage.run('teardown', { ...withAccount, environment: 'pr-7', ...inputs }, world),
    /** Names of the clusters that are not gone, in the order in which they were made. */
    standing: () =>
      atlas.state.clusters.filter(({ goneAt }) => goneAt === undefined || goneAt > time.now()).map(({ name }) => name),
    /** What of Atlas was asked to change. */
    writes: () => stage.calls().filter((call) => !call.startsWith('GET')),
  };
}

export type TeardownStage = ReturnType<typeof setTeardownStage>;

/** A world in which something happens when a request arrives: before it is carried out, or before it is answered. */
export function whenAsked(
  stage: Pick<TeardownStage, 'fetch'>,
  match: { readonly method: string; readonly path: RegExp; readonly nth?: number; readonly after?: boolean },
  /** What it returns is the answer, where it is one. */
  happening: () => unknown,
): typeof fetch {
  let seen = 0;
  return async (input, init) => {
    const isIt = (init?.method ?? 'GET') === match.method && match.path.test(String(input));
    if (!isIt || ++seen !== (match.nth ?? 1)) return await stage.fetch(input, init);
    const answer = match.after ? await stage.fetch(input, init) : undefined;
    const instead = happening();
    if (instead instanceof Response) return instead;
    return answer ?? (await stage.fetch(input, init));
  };
}

/** What the step says that it deleted, in words. */
export function deletedBy({ outputs }: Pick<MemoryDoor, 'outputs'>): readonly string[] {
  return JSON.parse(outputs.deleted ?? '').map(({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`);
}
