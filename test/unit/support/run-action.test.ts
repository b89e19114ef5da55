import { describe, expect, it } from 'vitest';
import type { RunActionOptions } from '../../support/runner/action-run.ts';
import { runAction, runPost } from '../../support/runner/run-action.ts';
import { itWithSignals } from '../../support/signals.ts';
import { fixtureActions } from './fixture-action.ts';

const INPUTS = `
  cluster-name: { description: c, required: true }
  retention days: { description: r, default: 7 }
  wait: { description: w, default: true }
  token: { description: t, default: '\${{ github.token }}' }
  old: { description: o, deprecationMessage: use cluster-name }
`;

async function run(main: string, options: Partial<RunActionOptions> & { inputsYaml?: string } = {}) {
  const { inputsYaml: inputs, ...rest } = options;
  const root = await fixtureActions({ demo: { main, ...(inputs === undefined ? {} : { inputs }) } });
  return runAction({ root, action: 'demo', ...rest });
}

describe('runAction', () => {
  it('gives an action its inputs and defaults, the runner environment and nothing of ours', async () => {
    process.env.OURS_ALONE = 'x';
    const { outputs, stepHeader } = await run(
      `set('OUTPUT', 'all<<E\\n' + JSON.stringify({ ...process.env, cwd: process.cwd() }) + '\\nE\\n')`,
      {
        inputsYaml: INPUTS,
        inputs: { 'cluster-name': 'orders' },
        token: 'ghs_token',
        env: { APP: 'shop', GITHUB_SHA: 'not from here', CI: 'false' },
        runnerEnv: { GITHUB_RUN_ATTEMPT: '2' },
      },
    );
    const env = JSON.parse(outputs.all ?? '');
    expect(env).toMatchObject({
      'INPUT_CLUSTER-NAME': 'orders',
      INPUT_RETENTION_DAYS: '7',
      INPUT_WAIT: 'true',
      INPUT_TOKEN: 'ghs_token',
      INPUT_OLD: '',
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_RUN_ATTEMPT: '2',
      RUNNER_OS: 'Linux',
      CI: 'false',
      APP: 'shop',
      GITHUB_SHA: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    expect(stepHeader).not.toContain('GITHUB_RUN_ATTEMPT');
    expect(env.cwd).toBe(env.GITHUB_WORKSPACE);
    expect(env).not.toHaveProperty('OURS_ALONE');
  });

  it('writes the event payload where GITHUB_EVENT_PATH points', async () => {
    const { outputs } = await run(
      `import { readFileSync } from 'node:fs'; set('OUTPUT', 'n=' + JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH)).number + '\\n')`,
      { event: { number: 12 } },
    );
    expect(outputs).toEqual({ n: '12' });
  });

  it('warns of undeclared and deprecated inputs, yet passes them', async () => {
    const { annotations, log } = await run(`say('got ' + process.env.INPUT_TYPO + process.env.INPUT_OLD)`, {
      inputsYaml: INPUTS,
      inputs: { typo: 'a', old: 'b' },
    });
    expect(annotations.map(({ message }) => message)).toEqual([
      "Input 'old' has been deprecated with message: use cluster-name",
      "Unexpected input(s) 'typo', valid inputs are ['cluster-name', 'retention days', 'wait', 'token', 'old']",
    ]);
    expect(log).toContain('got ab');
  });

  it('shows inputs and env in the step header, masked by what is known before the step starts', async () => {
    const { stepHeader, log } = await run(`say('::add-mask::later'); say('later')`, {
      inputsYaml: INPUTS,
      inputs: { 'cluster-name': 'later' },
      env: { KEY: 'hunter2!' },
      secrets: ['hunter2!\n'],
    });
    expect(stepHeader).toBe(
      '##[group]Run ./demo\nwith:\n  cluster-name: later\n  retention days: 7\n  wait: true\nenv:\n  KEY: ***\n##[endgroup]',
    );
    expect(log).toBe(`${stepHeader}\n***`);
  });

  it('collects outputs, state, env, path and the masked summary', async () => {
    const result = await run(`
      say('::add-mask::s3cret');
      set('OUTPUT', 'a=1=2\\nb<<E\\nx\\n\\ny\\nE\\n'); set('STATE', 'id=9\\n'); set('ENV', 'K=v\\n');
      set('PATH', '/opt/x\\n'); set('STEP_SUMMARY', '# Hi s3cret\\nend');
    `);
    expect(result).toMatchObject({
      conclusion: 'success',
      exitCode: 0,
      outputs: { a: '1=2', b: 'x\n\ny' },
      state: { id: '9' },
      env: { K: 'v' },
      path: ['/opt/x'],
      summary: '# Hi ***\nend\n',
      masks: expect.arrayContaining(['s3cret']),
    });
  });

  it('fails on a nonzero exit code, and lets error annotations alone pass', async () => {
    const failed = await run(`say('::error title=No%3A luck,file=a.ts::went%0Awrong%25'); process.exitCode = 3`);
    expect(failed).toMatchObject({
      conclusion: 'failure',
      exitCode: 3,
      annotations: [{ level: 'error', title: 'No: luck', file: 'a.ts', message: 'went\nwrong%' }],
    });
    expect((await run(`say('::error::only said')`)).conclusion).toBe('success');
  });

  it('keeps ten annotations of a level and cuts a message at 4096 characters', async () => {
    const { annotations } = await run(
      `for (let i = 0; i < 12; i++) say('::warning::' + 'x'.repeat(5000)); say('::notice::n')`,
    );
    expect(annotations.map(({ level }) => level)).toEqual([...Array(10).fill('warning'), 'notice']);
    expect(annotations[0]?.message).toHaveLength(4096);
  });

  it('delivers stderr before the stdout written with it, so that a mask comes too late', async () => {
    const { log } = await run(
      `process.stdout.write('::add-mask::topsecret\\n'); process.stderr.write('topsecret\\n');`,
    );
    expect(log).toContain('\ntopsecret');
  });

  it('shows debug lines only when debugging', async () => {
    const script = `say('::debug::fine'); set('OUTPUT', 'a=b\\n')`;
    expect((await run(script)).log).not.toContain('fine');
    expect((await run(script, { debug: true })).log).toContain('##[debug]fine\n##[debug]Set output a = b');
  });

  it('refuses anything but node24, and a post stage that is not there', async () => {
    const old = await fixtureActions({ demo: { main: '', using: 'node20' } });
    await expect(runAction({ root: old, action: 'demo' })).rejects.toThrow('using: node20');
    await expect(run('', { stage: 'post' })).rejects.toThrow('no post stage');
  });

  it('stops a step that outlives the patience of the emulator', async () => {
    await expect(run(`say('stuck'); await wait(1e6)`, { timeoutMs: 300 })).rejects.toThrow(
      /still ran after 300 ms:\nstuck/,
    );
  });

  it('imports what it is told to before the action', async () => {
    const { log } = await run('', { preload: ['data:text/javascript,console.log("first")'] });
    expect(log).toContain('first');
  });
});

describe('runPost', () => {
  it('hands state, environment and masks of main to post, with the same inputs', async () => {
    const root = await fixtureActions({
      demo: {
        main: `say('::add-mask::pa55word'); set('STATE', 'lease=42\\n'); set('ENV', 'K=v\\n'); process.exitCode = 1`,
        post: `say(['pa55word', process.env.STATE_lease, process.env.K, process.env.INPUT_X].join())`,
        inputs: '  x: { description: x, default: dx }',
      },
    });
    const main = await runAction({ root, action: 'demo' });
    const post = await runPost({ root, action: 'demo' }, main);
    expect(post.log).toBe('Post job cleanup.\n***,42,v,dx');
  });
});

describe('interruption', () => {
  const POLITE = `process.on('SIGINT', () => { set('STATE', 'seen=SIGINT\\n'); say('bye'); process.exit(0) }); say('ready'); await wait(60000)`;

  itWithSignals('cancels with SIGINT at a log line, and measures how long the step lived on', async () => {
    const result = await run(POLITE, { cancel: { afterLine: /^ready/ } });
    expect(result).toMatchObject({ conclusion: 'cancelled', exitCode: 0, state: { seen: 'SIGINT' } });
    expect(result.interruption?.signals).toEqual(['SIGINT']);
    expect(result.interruption?.msToExit).toBeLessThan(2000);
    expect(result.log).toContain('bye');
  });

  itWithSignals('follows with SIGTERM after 7.5 s and SIGKILL after 10 s', async () => {
    const { interruption, conclusion, exitCode } = await run(
      `process.on('SIGINT', () => {}); process.on('SIGTERM', () => {}); say('deaf'); setInterval(() => {}, 1000)`,
      { cancel: { afterLine: /deaf/ } },
    );
    expect(interruption?.signals).toEqual(['SIGINT', 'SIGTERM', 'SIGKILL']);
    expect(interruption?.msToExit).toBeGreaterThan(9900);
    expect({ conclusion, exitCode }).toEqual({ conclusion: 'cancelled', exitCode: 137 });
  });

  it('tells a step to go with SIGTERM where the machine shuts down, and kills it 2.5 s later', async () => {
    const { interruption, conclusion } = await run(
      `process.on('SIGTERM', () => {}); say('deaf'); setInterval(() => {}, 1000)`,
      { terminate: { afterLine: /deaf/ } },
    );
    expect([interruption?.signals, conclusion]).toEqual([['SIGTERM', 'SIGKILL'], 'cancelled']);
  });

  it('kills at once, after a time or when a promise settles', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const onLine = (line: string) => line === 'ready' && resolve();
    const killed = await run(POLITE, { kill: { after: promise }, onLine });
    expect(killed).toMatchObject({ conclusion: 'failure', signal: 'SIGKILL', exitCode: 137, state: {} });
    expect(killed.interruption?.signals).toEqual(['SIGKILL']);
    expect((await run(POLITE, { kill: { afterMs: 200 } })).signal).toBe('SIGKILL');
  });

  it('has nothing to report when the step ends before its moment', async () => {
    const result = await run(`say('quick')`, { cancel: { afterMs: 5000 } });
    expect(result).toMatchObject({ conclusion: 'success', interruption: undefined });
  });
});
