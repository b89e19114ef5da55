import type { ApiKey } from './digest.ts';
import type { ServiceAccount } from './service-account.ts';

/** What the suite can sign in to Atlas with. */
export type Credentials =
  | ({ readonly kind: 'service-account' } & ServiceAccount)
  | ({ readonly kind: 'api-key' } & ApiKey);
