import { describe, expect, it } from 'vitest';
import { openListeningStage } from '../support/listening-stage.ts';
import { exposedTexts } from '../support/runner/exposed-texts.ts';
import { findLeaks } from '../support/runner/leaks.ts';

const step = (operation: string, inputs: Readonly<Record<string, string>>) => ({
  action: 'backups',
  inputs: { 'cluster-name': 'orders', operation, ...inputs },
});

describe('the committed backups action, run as the runner runs it', () => {
  it.each(['withAccount', 'withKey'] as const)('looks at backups, as JSON and as a table: %s', async (kind) => {
    await using stage = await openListeningStage();
    const snapshot = stage.atlas.seedSnapshot({ cluster: stage.cluster, description: 'weekly archive' });
    const { job, main, post } = await stage.run(step('list', stage[kind]), {
      outputs: (steps) => ({ result: steps['step-1']?.result ?? '', count: steps['step-1']?.count ?? '' }),
    });
    expect(main.annotations).toEqual([]);
    expect([main.exitCode, post?.exitCode, main.rawStderr, post?.rawStderr]).toEqual([0, 0, '', '']);
    // Nothing in it is secret, so that it crosses from job to job.
    expect(JSON.parse(job.outputs.result ?? '')).toMatchObject([{ id: snapshot.id, status: 'completed' }]);
    expect(job.outputs.count).toBe('1');
    expect(main.summary).toContain(`<tr><td>${snapshot.id}</td><td>completed</td>`);
    const token = main.state['access-token'] ?? '';
    expect(findLeaks(exposedTexts(main), { ...stage.secrets, ...(token && { token }) })).toEqual([]);
    expect(stage.atlas.requests.filter(({ leg }) => leg === 'revoke').map(({ status }) => status)).toEqual(
      kind === 'withAccount' ? [200] : [],
    );
  });

  it('deletes the snapshot that the run before it has taken, and nothing else without a word', async () => {
    await using stage = await openListeningStage();
    const other = stage.atlas.seedSnapshot({ cluster: stage.cluster, scheduled: 'daily' });
    const taken = await stage.run({ action: 'snapshot', inputs: { ...stage.withKey, 'cluster-name': 'orders' } });
    const id = taken.main.outputs['snapshot-id'] ?? '';
    const nextRun = { runnerEnv: { GITHUB_RUN_ID: '99999' } };
    const { main } = await stage.run(step('delete', { ...stage.withAccount, snapshot: id }), nextRun);
    expect([main.annotations, main.outputs.status]).toEqual([[], 'deleted']);
    const refused = await stage.run(step('delete', { ...stage.withAccount, snapshot: other.id }), nextRun);
    expect([refused.main.exitCode, refused.main.annotations.map(({ message }) => message)]).toEqual([
      1,
      [expect.stringContaining(`set confirm: ${other.id}`)],
    ]);
    expect(stage.atlas.state.snapshots.filter(({ deleted }) => !deleted)).toEqual([other]);
  });

  it('never shows the links of a download, and cancels it', async () => {
    await using stage = await openListeningStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster });
    const begun = await stage.run({
      action: 'restore',
      inputs: { ...stage.withKey, 'cluster-name': 'orders', snapshot: 'latest', delivery: 'download' },
    });
    const id = begun.main.outputs['restore-job-id'] ?? '';
    const [url = ''] = stage.atlas.state.restoreJobs.flatMap((job) => job.downloads.map((download) => download.url));
    const listed = await stage.run(step('list-restore-jobs', stage.withAccount));
    const asked = await stage.run(step('restore-status', { ...stage.withAccount, 'restore-job-id': id }));
    const cancelled = await stage.run(step('cancel-restore', { ...stage.withAccount, 'restore-job-id': id }));
    expect(asked.main.outputs.status).toBe('ready-to-download');
    expect([cancelled.main.annotations, cancelled.main.outputs.status]).toEqual([[], 'cancelled']);
    expect(url).toMatch(/^https:\/\/restore-/);
    for (const { main } of [listed, asked, cancelled]) {
      expect(findLeaks(exposedTexts(main), { ...stage.secrets, url })).toEqual([]);
      expect(JSON.stringify(main.outputs)).not.toContain(url);
    }
  });
});

describe('the committed validate action, run as the runner runs it', () => {
  it.each(['withAccount', 'withKey'] as const)('is green with all rights, and changes nothing: %s', async (kind) => {
    await using stage = await openListeningStage();
    const inputs = { ...stage[kind], 'cluster-name': 'orders' };
    const { main, post } = await stage.run({ action: 'validate', inputs });
    expect(main.annotations).toEqual([]);
    expect([main.exitCode, post?.exitCode, main.rawStderr, post?.rawStderr]).toEqual([0, 0, '', '']);
    expect(main.outputs).toMatchObject({ ok: 'true', 'caller-ip': expect.stringMatching(/^[\d.]+$/) });
    expect(main.summary).toContain('<td>role «Project Owner»</td>');
    const methods = stage.atlas.requests.filter(({ leg }) => leg !== 'token' && leg !== 'revoke');
    expect(new Set(methods.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(findLeaks(exposedTexts(main), stage.secrets)).toEqual([]);
  });

  it('is red with its table and its outputs, in one annotation', async () => {
    await using stage = await openListeningStage();
    stage.atlas.seedCluster({ name: 'playground', tier: 'M0' });
    const inputs = { ...stage.withKey, 'cluster-name': 'playground', for: 'snapshot' };
    const { main } = await stage.run({ action: 'validate', inputs });
    expect([main.exitCode, main.conclusion, main.outputs.ok]).toEqual([1, 'failure', 'false']);
    expect(main.annotations).toEqual([
      expect.objectContaining({
        level: 'error',
        title: 'MongoDB Atlas Validate failed',
        message: expect.stringContaining('cluster is dedicated (for snapshot): Free (M0) and Flex clusters take no'),
      }),
    ]);
    expect(main.summary).toContain('<td>cluster is dedicated</td><td>failed</td>');
  });

  it('names the address that the credential does not admit', async () => {
    await using stage = await openListeningStage();
    const account = stage.atlas.seedServiceAccount({ project: stage.project, ipAccessList: ['198.51.100.7'] });
    const inputs = { ...stage.withAccount, 'client-id': account.clientId, 'client-secret': account.secret };
    const { main } = await stage.run({ action: 'validate', inputs }, { secrets: [account.secret] });
    expect(main.annotations[0]?.message).toContain(`Add ${main.outputs['caller-ip']} to it in Atlas`);
    expect(main.outputs['caller-ip']).toMatch(/^[\d.]+$/);
  });
});
