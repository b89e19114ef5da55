import { describe, expect, it } from 'vitest';
import { setTeardownStage } from './stage.ts';

describe('a protected cluster of the environment', () => {
  it.each([
    ['running', false, []],
    ['paused', true, [{ paused: false }]],
  ])('that is %s goes: all of it is answered at once', async (_, paused, resumption) => {
    const stage = setTeardownStage();
    const cluster = stage.seedEnvironment({ tier: 'M10', isProtected: true });
    cluster.settings = { ...cluster.settings, paused };
    const door = await stage.teardown();
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'deleted']);
    const path = `/clusters/${stage.cluster}`;
    expect(stage.writes().slice(0, resumption.length + 2)).toEqual([
      ...resumption.map(() => `PATCH ${path} 200`),
      `PATCH ${path} 200`,
      `DELETE ${path} 202`,
    ]);
    const bodies = stage.atlas.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
    expect(bodies).toEqual([...resumption, { terminationProtectionEnabled: false }]);
  });

  it('is protected again where Atlas refuses to delete it, and the message says so', async () => {
    const stage = setTeardownStage();
    const cluster = stage.seedEnvironment({ tier: 'M10', isProtected: true });
    stage.atlas.faults.add(refusal);
    const door = await stage.teardown();
    expect(cluster.settings.terminationProtectionEnabled).toBe(true);
    expect(door.annotations).toHaveLength(1);
    expect(door.annotations[0]?.message).toMatch(
      /Set retain-backups: true.*Its termination protection, which was lifted for that, is on again\.\n/,
    );
  });

  it('that was paused is said to run now', async () => {
    const stage = setTeardownStage();
    const cluster = stage.seedEnvironment({ tier: 'M10', isProtected: true });
    cluster.settings = { ...cluster.settings, paused: true };
    stage.atlas.faults.add(refusal);
    const door = await stage.teardown();
    expect(cluster.settings).toMatchObject({ terminationProtectionEnabled: true, paused: false });
    expect(door.annotations[0]?.message).toMatch(/is on again\. It was paused, and runs now: pause it again/);
  });

  it('is said to be unprotected where the protection cannot be put back', async () => {
    const stage = setTeardownStage();
    const cluster = stage.seedEnvironment({ tier: 'M10', isProtected: true });
    stage.atlas.faults.add(refusal);
    stage.atlas.faults.add({ kind: 'status-401', match: { method: 'PATCH', nth: 2, times: Number.POSITIVE_INFINITY } });
    const door = await stage.teardown();
    expect(cluster.settings.terminationProtectionEnabled).toBe(false);
    expect(door.annotations[0]?.message).toMatch(/could not be turned on again: turn it on in Atlas/);
  });

  it('keeps its protection where the lifting itself is refused', async () => {
    const stage = setTeardownStage();
    const cluster = stage.seedEnvironment({ tier: 'M10', isProtected: true });
    stage.atlas.faults.add({ kind: 'status-401', match: { method: 'PATCH' } });
    const door = await stage.teardown();
    expect([door.failed(), cluster.settings.terminationProtectionEnabled]).toEqual([true, true]);
    expect(stage.writes().filter((call) => call.startsWith('DELETE /clusters'))).toEqual([]);
  });
});

const refusal = {
  kind: 'error',
  match: { method: 'DELETE', path: /clusters/, times: Number.POSITIVE_INFINITY },
  status: 400,
  errorCode: 'CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY',
  detail: 'The policy forbids it.',
} as const;
