/** What an author wants to be in Atlas: the parsed spec, or the flat inputs, with every name and default decided. */
export interface DesiredState {
  readonly project: DesiredProject;
  readonly clusters: readonly DesiredCluster[];
  readonly users: readonly DesiredUser[];
  readonly accessList: readonly DesiredEntry[];
  /** Tags of the suite for whatever it creates; on a cluster that it did not create they are never written. */
  readonly ownership: Readonly<Record<string, string>>;
}

/** A project by id must exist; by name it is created where it does not. */
export type DesiredProject =
  | { readonly id: string }
  | {
      readonly name: string;
      /** Name or id of the organization, only to create the project. */
      readonly organization: string | undefined;
      /** The author's. */
      readonly tags: Readonly<Record<string, string>>;
    };

/** Atlas's database editions, as its API spells them. */
export type Edition = 'CORE' | 'INFINITE';

export type CloudProvider = 'AWS' | 'GCP' | 'AZURE';

/** A field that is undefined (regions: empty) is left to Atlas on an existing cluster, and is never drift. */
export interface DesiredCluster {
  /** Name in Atlas; derived under an environment. */
  readonly name: string;
  /** What the spec calls the cluster: its alias, else its name. For `connection-strings` and messages. */
  readonly alias: string;
  /** M0, FLEX, M10 …, in upper case. */
  readonly tier: string | undefined;
  /** CORE, INFINITE, or whatever the cluster is. */
  readonly edition: Edition | undefined;
  /** In order of priority: the first is preferred for the primary (7), then 6, 5 … */
  readonly regions: readonly DesiredRegion[];
  /** Whether `regions` are all that have electable nodes, only the preferred one, or no more than a cloud. */
  readonly regionNaming: 'all' | 'preferred' | 'cloud';
  /** Major version, such as 8.0. */
  readonly mongodbVersion: string | undefined;
  readonly backup: boolean | undefined;
  readonly pointInTime: boolean | undefined;
  readonly diskSizeGb: number | undefined;
  /** Up to how many GB a cluster of edition Infinite may hold. */
  readonly maxStorageGb: number | undefined;
  readonly terminationProtection: boolean | undefined;
  /** More than one makes a sharded cluster. */
  readonly shards: number | undefined;
  readonly autoScaling: DesiredAutoScaling | undefined;
  /** The author's; tags of others stay. */
  readonly tags: Readonly<Record<string, string>>;
  /** Further fields of the Admin API, merged into the request as they are. */
  readonly atlas: Readonly<Record<string, unknown>>;
}

export interface DesiredRegion {
  readonly provider: CloudProvider;
  readonly region: string;
  /** Electable nodes; undefined lets `electableNodes` decide at creation, and Atlas afterwards. */
  readonly nodes: number | undefined;
}

export interface DesiredAutoScaling {
  /** Tiers between which Atlas moves the cluster, downwards only with a minimum; false switches it off. */
  readonly compute: { readonly min: string | undefined; readonly max: string } | false | undefined;
  readonly disk: boolean | undefined;
}

/** How a database user proves who it is; all but passwords leave nothing to hand over. */
export type UserKind =
  | 'password'
  | 'x509-managed'
  | 'x509-customer'
  | 'aws-iam-user'
  | 'aws-iam-role'
  | 'oidc-group'
  | 'oidc-user';

export interface DesiredRole {
  readonly role: string;
  readonly database: string;
  /** Only for roles on one collection: `readWrite@orders.lines`. */
  readonly collection: string | undefined;
}

export interface DesiredUser {
  readonly username: string;
  readonly kind: UserKind;
  readonly roles: readonly DesiredRole[];
  /** Names of clusters in Atlas that the user may reach; undefined: all for a new user, as it is for an existing one. */
  readonly clusters: readonly string[] | undefined;
  readonly description: string | undefined;
  /** Given by the author; otherwise derived or random, decided when it is applied. */
  readonly password: string | undefined;
  /** Stands in the user's mark, and tells whether the password was set by this run or from this seed. */
  readonly fingerprint?: string | undefined;
  /** Milliseconds since 1970 after which Atlas deletes the user; at most 7 days ahead. */
  readonly expiresAt: number | undefined;
  /** Its end is that of its environment, not one of its own. */
  readonly endsWithEnvironment: boolean;
}

export interface DesiredEntry {
  /** Address, CIDR block or AWS security group, in the spelling of atlas/addresses.ts. */
  readonly address: string;
  readonly comment: string | undefined;
  /** Milliseconds since 1970, at most 7 days ahead; undefined for an entry that stays. */
  readonly expiresAt: number | undefined;
  /** Its end is that of its environment, not one of its own. */
  readonly endsWithEnvironment?: boolean;
}
