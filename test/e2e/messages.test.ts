import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openListeningStage } from '../support/listening-stage.ts';
import { hashesIn, publicHashes } from '../support/public-hashes.ts';
import type { ActionResult, RunActionOptions } from '../support/runner/action-run.ts';
import { exposedTexts } from '../support/runner/exposed-texts.ts';
import { runAction } from '../support/runner/run-action.ts';
import { jobFolders } from '../support/runner/run-stage.ts';

const HIDDEN = 'hunter2-of-another-job';
let base = '';
let workspace = '';

/** A workspace with links out of it, as a pull request could bring them. */
beforeAll(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'messages-')));
  workspace = join(base, 'work');
  await mkdir(workspace);
  await writeFile(join(base, 'secret.yml'), `clusters: [{ ${HIDDEN}: 1 }]\n${HIDDEN}`);
  await symlink('../secret.yml', join(workspace, 'link.yml'));
  await symlink('link.yml', join(workspace, 'twice.yml'));
  await symlink('/proc/self/environ', join(workspace, 'environ'));
  await writeFile(join(workspace, 'utf16.yml'), Buffer.from('\ufeffclusters: []', 'utf16le'));
});

afterAll(() => rm(base, { recursive: true, force: true }));

type Stage = Awaited<ReturnType<typeof openListeningStage>>;

const run = (stage: Stage, action: string, { inputs, ...more }: Partial<RunActionOptions> & { inputs: Inputs }) =>
  runAction({
    action,
    inputs: { ...stage.withAccount, ...inputs },
    clock: stage.clock,
    secrets: Object.values(stage.secrets),
    workspace,
    ...more,
  });

type Inputs = Readonly<Record<string, string>>;

const messagesOf = ({ annotations }: ActionResult) => annotations.map(({ message }) => message);

describe('a file that an input names, through the bundle', () => {
  it.each([
    ['provision', { config: 'link.yml' }, 'config: "link.yml" leads out of the workspace'],
    ['provision', { config: 'twice.yml' }, 'config: "twice.yml" leads out of the workspace'],
    ['provision', { config: 'utf16.yml' }, 'utf16.yml: is UTF-16, or no text at all; save it as UTF-8'],
    ['sync-network-access', { 'entries-file': 'environ' }, 'entries-file: "environ" leads out of the workspace'],
    ['sync-network-access', { 'entries-file': '../secret.yml' }, 'entries-file: "../secret.yml" leads out of'],
  ])('%s %j is refused with the cause, and nothing of it is shown', async (action, inputs, message) => {
    await using stage = await openListeningStage();
    const result = await run(stage, action, { inputs });
    expect(messagesOf(result)).toEqual([expect.stringContaining(message)]);
    expect(JSON.stringify(exposedTexts(result))).not.toContain(HIDDEN);
    expect(stage.atlas.requests).toEqual([]);
  });
});

describe('inputs, through the bundle', () => {
  it('are refused in one message, which is a list in the summary, before any request', async () => {
    await using stage = await openListeningStage();
    const proxy = 'http://user:a-secret-of-9@proxy.example';
    const config = `clusters: [{ name: shop, teir: M10, tags: { a: "\${https_proxy}" } }]`;
    const result = await run(stage, 'provision', {
      inputs: { config, wait: 'no!' },
      runnerEnv: { https_proxy: proxy },
    });
    expect(messagesOf(result)).toEqual([
      expect.stringMatching(
        /^The inputs have 3 problems:\n- wait: "no!" .*\n- config:1:26: clusters\[0\]\.teir .*did you mean "tier"\?\n- config:1:\d+: clusters\[0\]\.tags\.a .*must not use the environment variable https_proxy/,
      ),
    ]);
    expect(result.summary).toContain('<ul>\n<li>wait: &quot;no!&quot;');
    expect(JSON.stringify(exposedTexts(result))).not.toContain('a-secret-of-9');
    expect(stage.atlas.requests).toEqual([]);
  });

  it('as GitHub and the clouds write them are taken', async () => {
    await using stage = await openListeningStage();
    const inputs = {
      'cluster-name': 'shop',
      tier: 'm10',
      provider: 'aws',
      region: 'us-east-1',
      'mongodb-version': '8',
    };
    const result = await run(stage, 'provision', { inputs: { ...inputs, 'dry-run': 'true' } });
    expect(messagesOf(result)).toEqual([]);
    expect(result.outputs.plan).toContain('"to":"8.0"');
  });
});

it('nothing that anybody could compute from a given password stands in Atlas, a log or a state', async () => {
  await using stage = await openListeningStage();
  const password = 'correct-horse-42';
  const inputs = { 'cluster-name': 'orders', username: 'app', password };
  const results = [
    await run(stage, 'provision', { inputs, debug: true }),
    await run(stage, 'connect', { inputs, debug: true }),
  ];
  expect(results.map(messagesOf)).toEqual([[], []]);
  const [user] = stage.atlas.state.databaseUsers;
  expect(user?.description).toContain('[gha ');
  const salts = [stage.project.id, 'app', 'orders', 'octo/shop', 'octo;shop', `atlas-actions ${stage.project.id} app`];
  const visible = JSON.stringify([user?.description, results.map(exposedTexts)]);
  expect(hashesIn(visible, publicHashes(password, salts))).toEqual([]);
});

it('a result that would end later steps is cut, and stands in a file of the job as a whole', async () => {
  await using stage = await openListeningStage();
  for (let count = 0; count < 400; count++)
    stage.atlas.seedSnapshot({ cluster: stage.cluster, description: `${count} ${'of the shop '.repeat(12)}` });
  const inputs = { 'cluster-name': 'orders', operation: 'list', limit: '1000' };
  const result = await run(stage, 'backups', { inputs, folders: jobFolders(join(base, 'job'), workspace) });
  expect(messagesOf(result)).toEqual([]);
  expect(Buffer.byteLength(result.outputs.result ?? '')).toBeLessThan(100_000);
  expect(JSON.parse(await readFile(result.outputs['result-file'] ?? '', 'utf8'))).toHaveLength(400);
});

it('a dry run of restore says what would be done, and sweep of an unknown project is red', async () => {
  await using stage = await openListeningStage();
  stage.atlas.seedSnapshot({ cluster: stage.cluster });
  const inputs = { 'cluster-name': 'orders', snapshot: 'latest', 'dry-run': 'true' };
  const dry = await run(stage, 'restore', { inputs });
  expect(dry.conclusion).toBe('success');
  expect(messagesOf(dry)).toEqual([expect.stringContaining('set confirm-overwrite: orders')]);
  expect(dry.log).toMatch(/Dry run: would replace all data of cluster "orders"[\s\S]*Nothing was changed\./);
  expect(dry.log).not.toContain('Restoring');
  const swept = await run(stage, 'sweep', { inputs: { 'project-id': '0123456789abcdef01234567' } });
  expect(swept.conclusion).toBe('failure');
});
