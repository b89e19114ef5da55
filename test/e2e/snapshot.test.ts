import { describe, expect, it } from 'vitest';
import { openListeningStage } from '../support/listening-stage.ts';
import { itWithSignals } from '../support/signals.ts';

const step = (inputs: Readonly<Record<string, string>>) => ({
  action: 'snapshot',
  inputs: { 'cluster-name': 'orders', ...inputs },
});

describe('the committed snapshot action, run as the runner runs it', () => {
  it.each(['withAccount', 'withKey'] as const)('takes a snapshot and waits for it: %s', async (kind) => {
    await using stage = await openListeningStage();
    const { job, main, post } = await stage.run(step({ ...stage[kind], 'expect-databases': 'orders' }), {
      outputs: (steps) => ({
        id: steps['step-1']?.['snapshot-id'] ?? '',
        point: steps['step-1']?.['restore-point'] ?? '',
      }),
    });
    expect(main.annotations).toEqual([]);
    expect([main.exitCode, post?.exitCode, main.rawStderr, post?.rawStderr]).toEqual([0, 0, '', '']);
    const [snapshot] = stage.atlas.state.snapshots;
    expect(main.outputs).toMatchObject({ 'snapshot-id': snapshot?.id, outcome: 'created', status: 'completed' });
    expect(job.outputs).toEqual({ id: snapshot?.id, point: main.outputs['restore-point'] });
    expect(main.summary).toContain(`<td>${snapshot?.id}</td>`);
    expect(main.log).toMatch(/Snapshot [0-9a-f]{24}: completed after \d+ min/);
    expect(stage.atlas.requests.filter(({ leg }) => leg === 'revoke').map(({ status }) => status)).toEqual(
      kind === 'withAccount' ? [200] : [],
    );
  });

  it('costs one request besides the authentication one with wait: false', async () => {
    await using stage = await openListeningStage();
    const { main } = await stage.run(step({ ...stage.withAccount, wait: 'false' }));
    expect(main.outputs).toMatchObject({ outcome: 'created', status: 'queued' });
    expect(stage.atlas.requests.map(({ leg }) => leg)).toEqual(['token', 'call', 'revoke']);
  });

  it('reuses a recent snapshot with one request', async () => {
    await using stage = await openListeningStage();
    const recent = stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.atlas.clock.now() - 600_000 });
    const { main } = await stage.run(step({ ...stage.withKey, 'max-age-minutes': '30' }));
    expect(main.outputs).toMatchObject({ outcome: 'reused', 'snapshot-id': recent.id });
    expect(stage.atlas.requests.map(({ leg }) => leg)).toEqual(['challenge', 'call']);
  });

  it('takes its credentials from the environment as the Atlas CLI does', async () => {
    await using stage = await openListeningStage();
    const env = {
      MONGODB_ATLAS_PUBLIC_API_KEY: stage.key.publicKey,
      MONGODB_ATLAS_PRIVATE_API_KEY: stage.key.privateKey,
      MONGODB_ATLAS_PROJECT_ID: stage.project.id,
      MONGODB_ATLAS_BASE_URL: `${stage.url}/`,
    };
    const { main } = await stage.run(step({ wait: 'false' }), { env, secrets: [] });
    expect(main.annotations).toEqual([]);
    expect(main.masks).toContain(stage.key.privateKey);
  });

  it('finds a snapshot whose answer was lost', async () => {
    await using stage = await openListeningStage();
    stage.atlas.faults.add({ match: { method: 'POST', path: '/backup/snapshots' }, kind: 'cut-after' });
    const { main } = await stage.run(step(stage.withAccount));
    expect(main.conclusion).toBe('success');
    expect(stage.atlas.state.snapshots).toHaveLength(1);
    expect(main.log).toContain('looking for it');
  });

  it('fails with one clear annotation, and the runner sees a failure', async () => {
    await using stage = await openListeningStage();
    stage.atlas.seedCluster({ name: 'playground', tier: 'M0' });
    const { main } = await stage.run(step({ ...stage.withAccount, 'cluster-name': 'playground' }));
    expect([main.exitCode, main.conclusion]).toEqual([1, 'failure']);
    expect(main.annotations).toEqual([
      expect.objectContaining({
        level: 'error',
        title: 'MongoDB Atlas Snapshot failed',
        message: expect.stringContaining('"playground" is a free cluster (M0)'),
      }),
    ]);
    expect(main.summary).toContain('is a free cluster');
  });

  it('refuses bad inputs in one message, before any request', async () => {
    await using stage = await openListeningStage();
    const { main } = await stage.run(step({ ...stage.withAccount, 'retention-days': 'seven', wait: 'maybe' }));
    expect(main.annotations.map(({ message }) => message)).toEqual([
      'The inputs have 2 problems:\n- retention-days: "seven" is not a whole number from 1 to 3650\n- wait: "maybe" is neither true nor false',
    ]);
    expect(stage.atlas.requests).toEqual([]);
  });

  itWithSignals(
    'ends within two seconds of SIGINT, saying which snapshot goes on, and still gives the token back',
    async () => {
      await using stage = await openListeningStage();
      const { main, post } = await stage.run({
        ...step(stage.withAccount),
        cancel: { afterLine: /Waiting until it is completed/ },
      });
      const [snapshot] = stage.atlas.state.snapshots;
      expect(main.interruption?.signals).toEqual(['SIGINT']);
      expect(main.interruption?.msToExit).toBeLessThan(2_000);
      expect([main.conclusion, main.exitCode]).toEqual(['cancelled', 1]);
      expect(main.annotations.map(({ message }) => message)).toEqual([
        expect.stringContaining(
          `The job was cancelled (SIGINT).\nSnapshot ${snapshot?.id} of cluster "orders" may still go on in Atlas`,
        ),
      ]);
      expect(main.outputs).toMatchObject({ 'snapshot-id': snapshot?.id, outcome: 'created' });
      expect(post?.conclusion).toBe('success');
      expect(stage.atlas.requests.filter(({ leg }) => leg === 'revoke').map(({ status }) => status)).toEqual([200]);
    },
  );

  itWithSignals('ends within two seconds of SIGINT although Atlas does not answer', async () => {
    await using stage = await openListeningStage();
    stage.atlas.faults.add({ match: { method: 'POST', path: '/backup/snapshots' }, kind: 'stall' });
    const { main } = await stage.run({ ...step(stage.withAccount), cancel: { afterMs: 2_500 } });
    expect(main.interruption?.msToExit).toBeLessThan(2_000);
    expect(main.annotations[0]?.message).toContain('Atlas may have taken the request');
  });

  it('converges when it is killed after its request and run again', async () => {
    await using stage = await openListeningStage();
    // Long enough to be under way still when a busy machine gets to the second run.
    stage.atlas.state.durations.snapshot = 900;
    const killed = await stage.run({
      ...step(stage.withAccount),
      kill: { afterLine: /Waiting until it is completed/ },
    });
    expect(killed.main.signal).toBe('SIGKILL');
    expect(stage.atlas.requests.filter(({ leg }) => leg === 'revoke').map(({ status }) => status)).toEqual([200]);
    const again = await stage.run(step(stage.withAccount), { runnerEnv: { GITHUB_RUN_ATTEMPT: '2' } });
    expect(again.main.outputs).toMatchObject({ outcome: 'adopted', status: 'completed' });
    expect(stage.atlas.state.snapshots).toHaveLength(1);
  });

  it('keeps hostile texts of others from becoming commands or markup', async () => {
    await using stage = await openListeningStage();
    const hostile = '\n::add-mask::orders\n::stop-commands::x\n</td><img src=x>';
    stage.atlas.faults.add({
      match: { method: 'POST', path: '/backup/snapshots' },
      kind: 'error',
      status: 400,
      errorCode: 'BAD',
      detail: hostile,
    });
    const { main } = await stage.run(step(stage.withAccount));
    expect(main.masks).not.toContain('orders');
    expect(main.annotations).toHaveLength(1);
    expect(main.summary).not.toContain('<img');
  });

  it('passes over a fork where it is told to', async () => {
    await using stage = await openListeningStage();
    const { main, post } = await stage.run(step({ 'on-missing-credentials': 'skip' }), {
      runnerEnv: { GITHUB_EVENT_NAME: 'pull_request' },
      event: { pull_request: { head: { repo: { full_name: 'fork/shop' } } } },
    });
    expect([main.exitCode, main.outputs, post?.exitCode]).toEqual([0, { skipped: 'true' }, 0]);
    expect(main.annotations).toMatchObject([{ level: 'notice' }]);
  });

  it('warns about a credential that was printed before it could be masked', async () => {
    await using stage = await openListeningStage();
    const { main } = await stage.run(step({ ...stage.withKey, wait: 'false' }), {
      secrets: [],
      event: { inputs: { key: stage.key.privateKey } },
    });
    expect(main.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('private-key stands as plain text in the event') },
    ]);
  });
});
