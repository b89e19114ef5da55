import type { JsonObject } from '../json.ts';

/** How a database user proves who it is; all NONE means with a password. */
export interface AuthTypes {
  readonly awsIAMType: string;
  readonly ldapAuthType: string;
  readonly oidcAuthType: string;
  readonly x509Type: string;
}

export interface DatabaseUser extends AuthTypes {
  readonly groupId: string;
  readonly databaseName: string;
  readonly username: string;
  readonly createdAt: number;
  roles: readonly UserRole[];
  scopes: readonly UserScope[];
  labels: readonly JsonObject[];
  description?: string;
  /** When it is removed by itself; absent for a permanent one. */
  deleteAfter?: number;
  /** Fingerprint of the password; the password itself is kept nowhere. */
  passwordHash?: string;
}

export interface UserRole {
  readonly roleName: string;
  readonly databaseName: string;
  readonly collectionName?: string;
}

export interface UserScope {
  readonly name: string;
  readonly type: string;
}

/** What an access list entry lets in: a CIDR block in canonical form, or an AWS security group. */
export type AccessTarget = { readonly cidrBlock: string } | { readonly awsSecurityGroup: string };

export interface AccessEntry {
  readonly groupId: string;
  readonly target: AccessTarget;
  comment?: string | undefined;
  /** When it is removed by itself; absent for a permanent one. */
  deleteAfter?: number | undefined;
  /** Since when it is read. */
  readonly shownFrom: number;
  /** When it is rolled out to the clusters. */
  readonly activeAt: number;
  /** Whether its roll-out fails in the end. */
  failed: boolean;
  /** What a change has replaced, and how long that is still read. */
  before?: { readonly comment: string | undefined; readonly deleteAfter: number | undefined; readonly until: number };
  deletedAt?: number;
  /** How long it is still read after its deletion. */
  shownUntil?: number;
}

/** How the next entry that somebody asks for fares. */
export interface AccessScript {
  /** Address or CIDR block that it is for; any unless told. */
  readonly entry?: string;
  readonly status?: 'ACTIVE' | 'FAILED';
  /** Seconds until that status; drawn unless told. */
  readonly afterSeconds?: number;
}

/** One POST or DELETE on the access list of a project. */
export interface AccessWrite {
  readonly groupId: string;
  readonly beganAt: number;
  /** Whether another one was under way when it began. */
  readonly overlaps: boolean;
  answered: boolean;
}
