import type { checkedWorld } from './checked-world.ts';

type World = ReturnType<typeof checkedWorld>;
// What an answer holds is checked against the specification.
// biome-ignore lint/suspicious/noExplicitAny: bodies are of many kinds
type Asker = (method: string, path: string, body?: object) => Promise<any>;

/** Asks for restores of every kind, schedules and compliance policies, and looks at them; returns what was refused. */
export async function askForRestores(world: World): Promise<readonly string[]> {
  const refused: string[] = [];
  const ask: Asker = async (method, path, body) => {
    const answer = await world.ask(method, path, body === undefined ? {} : { body });
    if (answer.status >= 300) refused.push(`${method} ${path} ${answer.text}`);
    return answer.body;
  };
  await restoreDedicated(world, ask);
  await restoreFlex(world, ask);
  await restoreCollections(world, ask);
  await setBackupRules(world, ask);
  return refused;
}

async function restoreDedicated({ clock, project, restorable }: World, ask: Asker): Promise<void> {
  const jobs = `/groups/${project.id}/clusters/source/backup/restoreJobs`;
  const target = { targetGroupId: project.id, targetClusterName: 'target' };
  const point = Math.floor(clock.now() / 1000);
  for (const body of [
    { deliveryType: 'automated', snapshotId: restorable.id, ...target },
    { deliveryType: 'pointInTime', pointInTimeUTCSeconds: point, ...target },
    { deliveryType: 'pointInTime', oplogTs: point, oplogInc: 1, ...target },
    { deliveryType: 'download', snapshotId: restorable.id },
  ]) {
    const { id } = await ask('POST', jobs, body);
    await ask('GET', `${jobs}/${id}`);
    clock.advance(3600_000);
    await ask('GET', `${jobs}/${id}`);
    if (body.deliveryType === 'download') await ask('DELETE', `${jobs}/${id}`);
  }
  await ask('GET', `${jobs}?itemsPerPage=2`);
}

async function restoreFlex({ clock, project, flexRestorable }: World, ask: Asker): Promise<void> {
  const backup = `/groups/${project.id}/flexClusters/flex-source/backup`;
  const snapshotId = flexRestorable.id;
  for (const [path, body] of [
    ['/restoreJobs', { snapshotId, targetDeploymentItemName: 'target', targetProjectId: project.id }],
    ['/restoreJobs', { snapshotId, targetDeploymentItemName: 'flex-source' }],
    ['/download', { snapshotId }],
  ] as const) {
    const { id } = await ask('POST', backup + path, body);
    await ask('GET', `${backup}/restoreJobs/${id}`);
    clock.advance(3600_000);
    await ask('GET', `${backup}/restoreJobs/${id}`);
  }
  await ask('GET', `${backup}/restoreJobs?itemsPerPage=2`);
}

async function restoreCollections({ clock, project, restorable, atlas }: World, ask: Asker): Promise<void> {
  const jobs = `/groups/${project.id}/clusters/source/collectionRestoreJobs`;
  const target = { targetGroupId: project.id, targetClusterName: 'target' };
  const point = Math.floor(clock.now() / 1000);
  const strategies = { writeStrategy: 'CREATE_NEW', indexStrategy: 'ALL' };
  atlas.scriptNextRestore({ kind: 'collections', collections: { failingIndexes: { 'shop.orders': ['by_date'] } } });
  for (const body of [
    { snapshotId: restorable.id, databases: [{ sourceNamespace: 'shop' }], databaseSuffix: '_pr_7' },
    { pointInTimeUtcSeconds: point, collections: [{ sourceNamespace: 'shop.none', targetNamespace: 'a.b' }] },
    { oplogTs: point, oplogInc: 1, collections: [{ sourceNamespace: 'shop.orders' }], collectionSuffix: '_old' },
  ]) {
    const { id } = await ask('POST', jobs, { ...body, ...strategies, ...target });
    for (const minutes of [0, 8, 60]) {
      clock.advance(minutes * 60_000);
      await ask('GET', `${jobs}/${id}`);
      await ask('GET', `${jobs}/${id}/collections?state=SUCCESSFUL`);
      await ask('GET', `${jobs}/${id}/collections`);
    }
    const [namespace] = 'databases' in body ? ['shop.orders'] : body.collections.map((wish) => wish.sourceNamespace);
    await ask('GET', `${jobs}/${id}/collections/${namespace}`);
  }
  await ask('GET', `${jobs}?itemsPerPage=2`);
}

async function setBackupRules({ clock, project }: World, ask: Asker): Promise<void> {
  const schedule = `/groups/${project.id}/clusters/source/backup/schedule`;
  const { policies } = await ask('GET', schedule);
  await ask('PATCH', schedule, { policies, restoreWindowDays: 3, updateSnapshots: true });
  await ask('DELETE', schedule);
  const policy = `/groups/${project.id}/backupCompliancePolicy`;
  await ask('GET', policy);
  await ask('PUT', `${policy}?overwriteBackupPolicies=true`, compliancePolicy(7));
  clock.advance(60_000);
  await ask('GET', policy);
  await ask('GET', schedule);
}

function compliancePolicy(days: number) {
  const retention = { frequencyInterval: 1, retentionUnit: 'days', retentionValue: days };
  return {
    authorizedEmail: 'ada@example.com',
    authorizedUserFirstName: 'Ada',
    authorizedUserLastName: 'Auditor',
    onDemandPolicyItem: { frequencyType: 'ondemand', ...retention },
    scheduledPolicyItems: [{ frequencyType: 'daily', ...retention }],
  };
}

/** What Atlas refuses of restores, and how. */
export function restoreRefusals(world: World) {
  return [
    ...dedicatedRefusals(world),
    ...flexRefusals(world),
    ...collectionRefusals(world),
    ...ruleRefusals(world),
  ] as const;
}

const unknown = '5f'.repeat(12);

function dedicatedRefusals({ project, restorable }: World) {
  const jobs = `/groups/${project.id}/clusters/source/backup/restoreJobs`;
  const automated = {
    ...{ deliveryType: 'automated', snapshotId: restorable.id },
    ...{ targetGroupId: project.id, targetClusterName: 'target' },
  };
  return [
    [404, 'GET', `${jobs}/${unknown}`],
    [404, 'POST', jobs, { ...automated, snapshotId: unknown }],
    [404, 'POST', jobs, { ...automated, targetClusterName: 'none' }],
    [403, 'POST', jobs, { ...automated, targetGroupId: unknown }],
    [400, 'POST', jobs, { ...automated, targetClusterName: 'flexible' }],
    [409, 'POST', jobs, { ...automated, targetClusterName: 'events' }],
    [400, 'POST', jobs, { deliveryType: 'pointInTime', targetGroupId: project.id, targetClusterName: 'target' }],
  ] as const;
}

function flexRefusals({ project, flexRestorable }: World) {
  const jobs = `/groups/${project.id}/flexClusters/flex-source/backup/restoreJobs`;
  const body = { snapshotId: flexRestorable.id, targetDeploymentItemName: 'target' };
  return [
    [404, 'GET', `${jobs}/${unknown}`],
    [404, 'POST', jobs, { ...body, snapshotId: unknown }],
    [403, 'POST', jobs, { ...body, targetProjectId: unknown }],
    [400, 'POST', jobs, { ...body, targetDeploymentItemName: 'events' }],
    [409, 'POST', jobs, { ...body, targetDeploymentItemName: 'free' }],
    [400, 'GET', `/groups/${project.id}/flexClusters/orders/backup/restoreJobs`],
  ] as const;
}

function collectionRefusals({ project, restorable }: World) {
  const jobs = `/groups/${project.id}/clusters/source/collectionRestoreJobs`;
  const body = {
    ...{ snapshotId: restorable.id, databases: [{ sourceNamespace: 'shop' }] },
    ...{ targetGroupId: project.id, targetClusterName: 'target' },
    ...{ writeStrategy: 'OVERWRITE_EXISTING', indexStrategy: 'NONE' },
  };
  return [
    [404, 'GET', `${jobs}/${unknown}`],
    [404, 'GET', `${jobs}/${unknown}/collections`],
    [400, 'POST', jobs, { ...body, databases: [] }],
    [404, 'POST', jobs, { ...body, snapshotId: unknown }],
    [403, 'POST', jobs, { ...body, targetGroupId: unknown }],
    [409, 'POST', jobs, { ...body, targetClusterName: 'free' }],
  ] as const;
}

function ruleRefusals({ project }: World) {
  const clusters = `/groups/${project.id}/clusters`;
  return [
    [404, 'GET', `${clusters}/target/backup/schedule`],
    [404, 'GET', `${clusters}/none/backup/schedule`],
    [400, 'PATCH', `${clusters}/source/backup/schedule`, { policies: [] }],
    [400, 'PUT', `/groups/${project.id}/backupCompliancePolicy?overwriteBackupPolicies=false`, compliancePolicy(99)],
  ] as const;
}
