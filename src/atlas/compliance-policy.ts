import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import { operation } from './operation.ts';
import { optionalNumber, optionalText } from './optional.ts';

/** What an organization has laid down about a project's backups; nobody but MongoDB can lift it. */
export interface CompliancePolicy {
  /** ACTIVE, ENABLING, UPDATING or DISABLING. */
  readonly state: string;
  readonly pitEnabled: boolean;
  readonly restoreWindowDays: number | undefined;
}

const policy = z
  .object({
    state: optionalText,
    pitEnabled: z.boolean().nullish(),
    restoreWindowDays: optionalNumber,
  })
  .nullish()
  .transform((raw): CompliancePolicy | undefined =>
    raw?.state === undefined
      ? undefined
      : { state: raw.state, pitEnabled: raw.pitEnabled ?? false, restoreWindowDays: raw.restoreWindowDays },
  );

const get = operation({
  method: 'GET',
  path: '/groups/{groupId}/backupCompliancePolicy',
  version: '2023-10-01',
  task: 'read the backup compliance policy of project {groupId}',
  role: 'Project Owner',
  answer: policy,
});

/** The backup compliance policy of a project; undefined where it has none (null or empty on the wire). */
export function getCompliancePolicy(client: AtlasClient, groupId: string): Promise<CompliancePolicy | undefined> {
  return client.call(get, { path: { groupId } });
}
