import { type CompliancePolicy, getCompliancePolicy } from '../../src/atlas/compliance-policy.ts';
import { lacksRights } from '../../src/atlas/rights.ts';
import type { Work } from './work.ts';

/** What is known of the project's policy; `state` is none where it has none, unknown where Atlas does not tell this caller. */
export interface KnownPolicy extends Partial<Omit<CompliancePolicy, 'state'>> {
  readonly state: string;
  readonly reason?: string;
}

/** Reads the backup compliance policy of the project. Who may not read it is no worse off for the rest. */
export async function readPolicy({ client, subject }: Work): Promise<KnownPolicy> {
  try {
    return (await getCompliancePolicy(client, subject.address.groupId)) ?? { state: 'none' };
  } catch (error) {
    if (!lacksRights(error)) throw error;
    return { state: 'unknown', reason: 'Reading it needs the role «Project Owner».' };
  }
}

/** A policy as a person says it. */
export function policyWords({ state, pitEnabled, restoreWindowDays, reason }: KnownPolicy): string {
  if (reason !== undefined) return `${state}. ${reason}`;
  return [
    state,
    pitEnabled ? 'point in time required' : undefined,
    restoreWindowDays ? `restore window of ${restoreWindowDays} days required` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
