import { type BackupSchedule, type PolicyItem, retentionDays, scheduleOf } from './backup-schedule.ts';
import { clustersOf } from './cluster-lifecycle.ts';
import type { Cluster, Project, World } from './types.ts';

/** What a project demands of its backups, which only MongoDB's support can take back. */
export interface CompliancePolicy {
  readonly authorizedEmail: string;
  readonly authorizedUserFirstName: string;
  readonly authorizedUserLastName: string;
  readonly copyProtectionEnabled: boolean;
  readonly encryptionAtRestEnabled: boolean;
  readonly pitEnabled: boolean;
  readonly restoreWindowDays: number;
  readonly onDemandPolicyItem: OnDemandItem | null;
  readonly scheduledPolicyItems: readonly PolicyItem[];
  readonly updatedAt: number;
  readonly updatedUser: string;
  /** Until then it is ENABLING, or UPDATING where there was one before. */
  readonly activeAt: number;
  readonly isFirst: boolean;
}

/** How long snapshots on demand are kept at least. */
export type OnDemandItem = Omit<PolicyItem, 'frequencyType'>;

/** The policy of a cluster's project, if it has one. */
export function complianceOf(world: World, { groupId }: Pick<Cluster, 'groupId'>): CompliancePolicy | undefined {
  return world.projects.find(({ id }) => id === groupId)?.compliance;
}

/** Tells whether a schedule keeps at least what a policy demands, at least as long. */
export function meets({ policyItems, restoreWindowDays }: BackupSchedule, policy: CompliancePolicy): boolean {
  return restoreWindowDays >= policy.restoreWindowDays && weaker(policyItems, policy).length === 0;
}

/** Raises the schedules of a project's clusters to what its policy demands. */
export function imposePolicy(world: World, { id, compliance }: Project): void {
  if (compliance === undefined) return;
  for (const cluster of clustersOf(world, id).filter(({ settings }) => settings.backupEnabled)) {
    const schedule = scheduleOf(cluster);
    if (cluster.tier !== 'dedicated' || meets(schedule, compliance)) continue;
    const missing = weaker(schedule.policyItems, compliance);
    const kept = schedule.policyItems.filter(
      ({ frequencyType }) => !missing.some((item) => item.frequencyType === frequencyType),
    );
    cluster.schedule = {
      ...schedule,
      policyItems: [...kept, ...missing.map((item) => ({ ...item, id: world.newId() }))],
      restoreWindowDays: Math.max(schedule.restoreWindowDays, compliance.restoreWindowDays),
    };
  }
}

/** What a policy demands that these items do not give. */
function weaker(items: readonly PolicyItem[], { scheduledPolicyItems }: CompliancePolicy): readonly PolicyItem[] {
  return scheduledPolicyItems.filter(
    (demanded) =>
      !items.some(
        (item) => item.frequencyType === demanded.frequencyType && retentionDays(item) >= retentionDays(demanded),
      ),
  );
}
