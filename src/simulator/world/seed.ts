import type { ApiKey, RoleGrant, ServiceAccount } from '../authentication/credentials.ts';
import { isKnownRole } from '../authentication/roles.ts';
import { hexDigits, lowerAlphanumerics } from '../random.ts';
import { catalogueAt, changeData } from './cluster-data.ts';
import { playPhases } from './cluster-lifecycle.ts';
import { type Growth, growCluster } from './grow.ts';
import type { RestoreScript } from './restore-types.ts';
import { type AccessSeeds, createAccessSeeds } from './seed-access.ts';
import { type ClusterSeed, seedCluster } from './seed-cluster.ts';
import { type ComplianceSeed, seedCompliancePolicy } from './seed-compliance.ts';
import { type FlexSnapshotSeed, seedFlexSnapshot } from './seed-flex-snapshot.ts';
import { type SnapshotSeed, seedSnapshot } from './seed-snapshot.ts';
import type { FlexSnapshot, Snapshot, SnapshotScript } from './snapshot-types.ts';
import type { Catalogue, Cluster, Organization, Project, StateName, Tag, World } from './types.ts';

export interface ProjectSeed {
  readonly name?: string;
  readonly organization?: Organization;
  readonly tags?: readonly Tag[];
  /** Whether it has a network peering, which security groups on the access list need. */
  readonly peered?: boolean;
  /** Custom database roles that users can have. */
  readonly customRoles?: readonly string[];
}

/** Roles are names that hold in the whole organization, or grants; Organization Owner unless told. */
export interface CredentialSeed {
  readonly organization?: Organization;
  readonly project?: Project;
  /** Plain names hold in `project` where one is given, else in the organization. */
  readonly roles?: ReadonlyArray<string | RoleGrant>;
  readonly ipAccessList?: readonly string[];
}

/** Fills a world, in sentences. What is not named is made up; the first organization and project are the default. */
export interface Seeds extends AccessSeeds {
  seedOrganization(name?: string): Organization;
  seedProject(seed?: ProjectSeed): Project;
  seedCluster(seed?: ClusterSeed): Cluster;
  /** Lets auto-scaling make a cluster larger (or smaller) at once. */
  scaleByItself(cluster: Cluster, growth: Growth): void;
  seedSnapshot(seed: SnapshotSeed): Snapshot;
  seedFlexSnapshot(seed: FlexSnapshotSeed): FlexSnapshot;
  seedCompliancePolicy(seed?: ComplianceSeed): void;
  seedApiKey(seed?: CredentialSeed & { readonly publicKey?: string; readonly privateKey?: string }): ApiKey;
  seedServiceAccount(seed?: CredentialSeed & { readonly clientId?: string; readonly secret?: string }): ServiceAccount;
  /** Decides how the next snapshot that somebody takes ends. */
  scriptNextSnapshot(script: SnapshotScript): void;
  /** Decides how the next restore that somebody asks for ends. */
  scriptNextRestore(script: RestoreScript): void;
  /** Lets a cluster hold other data, all of them: database → collection → number of documents. */
  changeData(cluster: Cluster, databases: Catalogue, moment?: Moment): void;
  /** What a cluster holds. */
  dataOf(cluster: Cluster, moment?: Moment): Catalogue;
  /** Shows a cluster in these states, each for some seconds, from now on. */
  playStates(cluster: Cluster, steps: ReadonlyArray<readonly [state: StateName, seconds?: number]>): void;
}

/** When something is so; now unless told. */
export interface Moment {
  readonly at?: Date | number | string;
}

/** Makes the seeding functions of one world. */
export function createSeeds(world: World): Seeds {
  const organizationOf = (given?: Organization) => given ?? world.organizations[0] ?? seedOrganization(world, 'Acme');
  const projectOf = (given?: Project) => given ?? world.projects[0] ?? seedProject(world, organizationOf(), {});
  const instant = (at: Moment['at']) => (at === undefined ? world.clock.now() : new Date(at).getTime());
  const credential = ({ organization, project, roles = ['Organization Owner'], ipAccessList = [] }: CredentialSeed) => {
    const orgId = project?.orgId ?? organizationOf(organization).id;
    return { id: world.newId(), orgId, ipAccessList, roles: roles.map((role) => grant(role, orgId, project)) };
  };
  return {
    seedOrganization: (name = 'Acme') => seedOrganization(world, name),
    seedProject: (seed = {}) => seedProject(world, organizationOf(seed.organization), seed),
    seedCluster: (seed = {}) => seedCluster(world, projectOf(seed.project), seed),
    scaleByItself: growCluster,
    seedSnapshot: (seed) => seedSnapshot(world, seed),
    seedFlexSnapshot: (seed) => seedFlexSnapshot(world, seed),
    seedCompliancePolicy: (seed = {}) => seedCompliancePolicy(world, { ...seed, project: projectOf(seed.project) }),
    seedApiKey: (seed = {}) => {
      const publicKey = seed.publicKey ?? world.random.characters(lowerAlphanumerics.slice(0, 26), 8);
      const privateKey = seed.privateKey ?? uuid(world);
      const key: ApiKey = { kind: 'apiKey', ...credential(seed), publicKey, privateKey };
      world.apiKeys.push(key);
      return key;
    },
    seedServiceAccount: (seed = {}) => {
      const clientId = seed.clientId ?? `mdb_sa_id_${world.newId()}`;
      const secret = seed.secret ?? `mdb_sa_sk_${world.random.characters(`${lowerAlphanumerics}_-`, 40)}`;
      const account: ServiceAccount = { kind: 'serviceAccount', ...credential(seed), clientId, secret };
      world.serviceAccounts.push(account);
      return account;
    },
    ...createAccessSeeds(world, projectOf),
    scriptNextSnapshot: (script) => {
      world.snapshotScripts.push(script);
    },
    scriptNextRestore: (script) => {
      world.restoreScripts.push(script);
    },
    changeData: (cluster, databases, { at } = {}) => changeData(cluster, { at: instant(at), how: 'all', databases }),
    dataOf: (cluster, { at } = {}) => catalogueAt(cluster, instant(at)),
    playStates: (cluster, steps) => playPhases(world, cluster, steps),
  };
}

function seedOrganization(world: World, name: string): Organization {
  const organization = { id: world.newId(), name };
  world.organizations.push(organization);
  return organization;
}

function seedProject(world: World, organization: Organization, seed: ProjectSeed): Project {
  const { name = 'shop', tags = [], peered = false, customRoles = [] } = seed;
  const project: Project = {
    id: world.newId(),
    orgId: organization.id,
    name,
    createdAt: world.clock.now(),
    tags,
    withDefaultAlertsSettings: true,
    hostSuffix: `${world.random.characters(lowerAlphanumerics, 6)}.mongodb.net`,
    closableAt: 0,
    peered,
    customRoles,
  };
  world.projects.push(project);
  return project;
}

function grant(role: string | RoleGrant, orgId: string, project: Project | undefined): RoleGrant {
  const name = typeof role === 'string' ? role : role.role;
  if (!isKnownRole(name)) throw new Error(`The simulator knows no role "${name}"`);
  if (typeof role !== 'string') return role;
  return project === undefined || name.startsWith('Organization ') ? { role, orgId } : { role, projectId: project.id };
}

function uuid(world: World): string {
  return [8, 4, 4, 4, 12].map((length) => world.random.characters(hexDigits, length)).join('-');
}
