/** A role in one project or in one organization. */
export interface RoleGrant {
  readonly role: string;
  readonly projectId?: string;
  readonly orgId?: string;
}

interface Credential {
  readonly id: string;
  readonly orgId: string;
  roles: readonly RoleGrant[];
  /** Addresses and CIDR blocks that may use it; empty means any. */
  ipAccessList: readonly string[];
}

export interface ApiKey extends Credential {
  readonly kind: 'apiKey';
  readonly publicKey: string;
  privateKey: string;
}

export interface ServiceAccount extends Credential {
  readonly kind: 'serviceAccount';
  readonly clientId: string;
  secret: string;
}

/** Who makes a call. */
export type Caller = ApiKey | ServiceAccount;
