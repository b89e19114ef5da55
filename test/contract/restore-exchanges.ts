import type { checkedWorld } from './checked-world.ts';

type World = ReturnType<typeof checkedWorld>;

/** Asks for restores of every kind, looks at them while they run and when they are over, and cancels one; returns what was refused. */
export async function askForRestores(world: World): Promise<readonly string[]> {
  const { clock, project, restorable } = world;
  const jobs = `/groups/${project.id}/clusters/source/backup/restoreJobs`;
  const target = { targetGroupId: project.id, targetClusterName: 'target' };
  const point = Math.floor(clock.now() / 1000);
  const refused: string[] = [];
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await world.ask(method, path, body === undefined ? {} : { body });
    if (answer.status >= 300) refused.push(`${method} ${path} ${answer.text}`);
    return answer.body;
  };
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
  return refused;
}

/** What Atlas refuses of restores, and how. */
export function restoreRefusals({ project, restorable }: World) {
  const jobs = `/groups/${project.id}/clusters/source/backup/restoreJobs`;
  const unknown = '5f'.repeat(12);
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
