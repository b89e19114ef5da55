import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import { operation } from './operation.ts';
import { optionalText } from './optional.ts';

/** What Atlas says of the credential that asks. */
export interface Caller {
  /** The roles of an API key; undefined for a service account, of which Atlas says nothing. */
  readonly roles: readonly GrantedRole[] | undefined;
}

/** A role, and where it holds. */
export interface GrantedRole {
  /** As the API spells it, such as GROUP_OWNER. */
  readonly roleName: string;
  readonly groupId: string | undefined;
  readonly orgId: string | undefined;
}

const role = z.object({ roleName: z.string(), groupId: optionalText, orgId: optionalText });

const get = operation({
  method: 'GET',
  path: '',
  version: '2023-01-01',
  task: 'sign in',
  role: 'Organization Member',
  answer: z
    .object({
      apiKey: z
        .object({ roles: z.array(role) })
        .nullish()
        .catch(undefined),
    })
    .transform(({ apiKey }): Caller => ({ roles: apiKey?.roles })),
});

/** Asks Atlas who asks. */
export function getCaller(client: AtlasClient): Promise<Caller> {
  return client.call(get, { path: {} });
}
