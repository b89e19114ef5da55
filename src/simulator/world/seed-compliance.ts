import { type CompliancePolicy, imposePolicy } from './compliance-policy.ts';
import type { Project, World } from './types.ts';

/** A compliance policy to put on a project; it is active at once. */
export type ComplianceSeed = Partial<Omit<CompliancePolicy, 'updatedAt' | 'activeAt' | 'isFirst'>> & {
  readonly project?: Project;
};

/** Puts a compliance policy on a project, and raises the schedules of its clusters to it. */
export function seedCompliancePolicy(
  world: World,
  { project, ...seed }: ComplianceSeed & { readonly project: Project },
): void {
  const now = world.clock.now();
  project.compliance = {
    authorizedEmail: 'compliance@example.com',
    authorizedUserFirstName: 'Ada',
    authorizedUserLastName: 'Auditor',
    copyProtectionEnabled: false,
    encryptionAtRestEnabled: false,
    pitEnabled: false,
    restoreWindowDays: 0,
    onDemandPolicyItem: null,
    scheduledPolicyItems: [],
    updatedUser: 'compliance@example.com',
    ...seed,
    updatedAt: now,
    activeAt: now,
    isFirst: true,
  };
  imposePolicy(world, project);
}
