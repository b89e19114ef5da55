import type { UserKind } from './desired.ts';

export const userKinds = [
  'password',
  'x509-managed',
  'x509-customer',
  'aws-iam-user',
  'aws-iam-role',
  'oidc-group',
  'oidc-user',
] as const satisfies readonly UserKind[];

/** How Atlas files a kind of users: the database of the name, and the field that says how it proves who it is. */
interface Authentication {
  readonly database: 'admin' | '$external';
  readonly field: 'awsIAMType' | 'x509Type' | 'oidcAuthType' | undefined;
  readonly value: string | undefined;
}

export const authentication: Readonly<Record<UserKind, Authentication>> = {
  password: { database: 'admin', field: undefined, value: undefined },
  'x509-managed': { database: '$external', field: 'x509Type', value: 'MANAGED' },
  'x509-customer': { database: '$external', field: 'x509Type', value: 'CUSTOMER' },
  'aws-iam-user': { database: '$external', field: 'awsIAMType', value: 'USER' },
  'aws-iam-role': { database: '$external', field: 'awsIAMType', value: 'ROLE' },
  'oidc-group': { database: 'admin', field: 'oidcAuthType', value: 'IDP_GROUP' },
  'oidc-user': { database: '$external', field: 'oidcAuthType', value: 'USER' },
};
