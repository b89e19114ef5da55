import type { MemoryDoor } from '../../support/memory-door.ts';
import { setStage } from '../../support/stage.ts';
import { askAs } from '../simulator/ask.ts';

/** The usual stage, with ways to run backups and to begin restores behind its back. */
export function backupsStage(options: Parameters<typeof setStage>[0] = {}) {
  const stage = setStage(options);
  const { atlas, project } = stage;
  const ask = askAs(atlas, atlas.seedServiceAccount());
  const clusters = `/groups/${project.id}/clusters`;
  const into = (targetClusterName: string) => ({ targetGroupId: project.id, targetClusterName });

  /** Runs backups on the cluster `orders` with the service account, unless told otherwise. */
  async function backups(
    operation: string,
    inputs: Readonly<Record<string, string>> = {},
    more: Parameters<typeof stage.run>[2] = {},
  ): Promise<MemoryDoor> {
    return await stage.run('backups', { ...stage.withAccount, 'cluster-name': 'orders', operation, ...inputs }, more);
  }

  async function begin(path: string, body: object): Promise<string> {
    const answer = await ask('POST', path, { body });
    if (answer.status > 299) throw new Error(answer.text);
    return answer.body.id;
  }

  return {
    ...stage,
    ask,
    backups,
    /** Each resolves to the id of the job. */
    begin: {
      restore: (snapshotId: string, target: string, source = 'orders') =>
        begin(`${clusters}/${source}/backup/restoreJobs`, { deliveryType: 'automated', snapshotId, ...into(target) }),
      download: (snapshotId: string, source = 'orders') =>
        begin(`${clusters}/${source}/backup/restoreJobs`, { deliveryType: 'download', snapshotId }),
      collections: (snapshotId: string, target: string) =>
        begin(`${clusters}/orders/collectionRestoreJobs`, {
          snapshotId,
          ...into(target),
          databases: [{ sourceNamespace: 'orders' }],
          databaseSuffix: '_pr_7',
          writeStrategy: 'CREATE_NEW',
          indexStrategy: 'ALL',
        }),
      flexRestore: (snapshotId: string, source: string, target: string) =>
        begin(`/groups/${project.id}/flexClusters/${source}/backup/restoreJobs`, {
          snapshotId,
          targetDeploymentItemName: target,
          targetProjectId: project.id,
        }),
      flexDownload: (snapshotId: string, source: string) =>
        begin(`/groups/${project.id}/flexClusters/${source}/backup/download`, { snapshotId }),
    },
  };
}

/** The output `result`, which the test knows the form of. */
// biome-ignore lint/suspicious/noExplicitAny: assertions say what they expect
export function resultOf(door: MemoryDoor): any {
  return JSON.parse(door.outputs.result ?? 'null');
}

/** The message of the one error. */
export function errorOf(door: MemoryDoor): string {
  const errors = door.annotations.filter(({ level }) => level === 'error');
  if (errors.length !== 1 || !door.failed()) throw new Error(`Not one error: ${JSON.stringify(door.annotations)}`);
  return errors[0]?.message ?? '';
}

/** A marker as the snapshot action writes it. */
export function marker({ runId = '4000', safety = false } = {}): string {
  return `[gha ${runId}.1 9f86d081 3c4d5e${safety ? ' safety' : ''}]`;
}
