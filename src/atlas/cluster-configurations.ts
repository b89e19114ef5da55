import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import { operation } from './operation.ts';
import { optionalText } from './optional.ts';

/** Why Atlas would refuse a configuration. */
export interface ConfigurationProblem {
  readonly code: string | undefined;
  readonly issue: string | undefined;
}

/** A configuration of a cluster, in the form of the request that would make or change it. */
export interface Configuration {
  readonly groupId: string;
  /** Named where a cluster would be changed. */
  readonly clusterName: string | undefined;
  readonly description: Readonly<Record<string, unknown>>;
}

const validate = operation({
  method: 'POST',
  path: '/groups/{groupId}/clusterConfigurations:validate',
  version: '2025-03-12',
  task: 'have the configuration of a cluster in project {groupId} judged',
  role: 'Project Cluster Manager',
  answer: z.object({
    valid: z.boolean(),
    errors: z
      .array(z.object({ errorCode: optionalText, validationIssue: optionalText }))
      .nullish()
      .transform((errors) => errors ?? []),
  }),
});

/** Asks Atlas whether it would take a configuration; nothing is made. Empty where it would. */
export async function validateConfiguration(
  client: AtlasClient,
  { groupId, clusterName, description }: Configuration,
): Promise<readonly ConfigurationProblem[]> {
  const body = { editing: clusterName !== undefined, ...(clusterName !== undefined && { clusterName }) };
  const { valid, errors } = await client.call(validate, {
    path: { groupId },
    body: { ...body, clusterDescription: description },
  });
  if (valid) return [];
  const problems = errors.map(({ errorCode, validationIssue }) => ({ code: errorCode, issue: validationIssue }));
  return problems.length > 0 ? problems : [{ code: undefined, issue: undefined }];
}
