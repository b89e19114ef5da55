import { databaseUsersOf } from '../../../src/simulator/world/database-users.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { type EnvironmentSeed, seedEnvironment } from '../../support/seed-environment.ts';
import { runVariables, type StepWorld, setStage } from '../../support/stage.ts';

/** A repository as the runner tells it to a job. */
export interface Who {
  readonly name: string;
  /** As `GITHUB_REPOSITORY_ID` has it; none on servers that tell none. */
  readonly id?: string;
  /** https://github.com unless told. */
  readonly server?: string;
}

/** One repository before and after a rename, the one that got its old name then, and one whose server tells no ids. */
export const shop: Who = { name: 'acme/shop', id: '101' };
export const store: Who = { name: 'acme/store', id: '101' };
export const newShop: Who = { name: 'acme/shop', id: '202' };
export const shopWithoutId: Who = { name: 'acme/shop' };

const seed = 'a seed of the test, long enough';

/** An Atlas with credentials of its organization, in which several repositories work on environment pr-8. */
export function setOwnershipStage() {
  const stage = setStage();
  const { atlas, project } = stage;
  const owner = atlas.seedServiceAccount({ roles: ['Organization Owner'] });
  const place = { 'client-id': owner.clientId, 'client-secret': owner.secret, 'project-id': project.id };
  const as =
    (action: string, usual: Readonly<Record<string, string>>) =>
    (who: Who, inputs: Readonly<Record<string, string>> = {}, world: StepWorld = {}): Promise<MemoryDoor> =>
      stage.run(action, { ...place, ...usual, ...inputs }, { variables: variablesOf(who), ...world });
  const environment = { environment: 'pr-8' };
  const clusters = () => atlas.state.clusters.filter(({ goneAt }) => goneAt === undefined);
  return {
    ...stage,
    provision: as('provision', { ...environment, 'password-seed': seed, tier: 'M10' }),
    connect: as('connect', { ...environment, 'password-seed': seed }),
    restore: as('restore', { 'cluster-name': 'orders', snapshot: 'latest' }),
    teardown: as('teardown', environment),
    sweep: as('sweep', { 'dry-run': 'false' }),
    syncNetworkAccess: as('sync-network-access', {}),
    /** Environment pr-8 as provision makes it, in the stage's project. */
    seedEnvironment: (more: EnvironmentSeed & { readonly name?: string } = {}) =>
      seedEnvironment(atlas, more.name ?? 'pr-8', { project, expiresIn: 200, tier: 'M10', ...more }),
    /** Names of the clusters that nobody has begun to delete, without `orders`. */
    standing: () => clusters().flatMap(({ name }) => (name === 'orders' ? [] : name)),
    tagsOf: (name: string) =>
      Object.fromEntries(
        (clusters().find((one) => one.name === name)?.settings.tags ?? []).map(({ key, value }) => [key, value]),
      ),
    users: () => databaseUsersOf(atlas.state, project.id).map(({ username }) => username),
    writes: () => stage.calls().filter((call) => !call.startsWith('GET')),
  };
}

export type OwnershipStage = ReturnType<typeof setOwnershipStage>;

function variablesOf({ name, id, server = 'https://github.com' }: Who) {
  return {
    ...runVariables(),
    GITHUB_REPOSITORY: name,
    ...(id !== undefined && { GITHUB_REPOSITORY_ID: id }),
    GITHUB_SERVER_URL: server,
  };
}

/** What a step says in its log and its annotations. */
export function saidBy({ lines, annotations }: Pick<MemoryDoor, 'lines' | 'annotations'>): string {
  return [...lines, ...annotations.map(({ level, message }) => `${level}: ${message}`)].join('\n');
}
