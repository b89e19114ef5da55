import { describe, expect, it } from 'vitest';
import { runJob } from '../../support/runner/run-job.ts';
import { itWithSignals } from '../../support/signals.ts';
import { fixtureActions } from './fixture-action.ts';

const ACTIONS = {
  open: {
    inputs: '  name: { description: n }',
    main: `
      say('::add-mask::' + process.env.INPUT_NAME + '-secret');
      set('OUTPUT', 'uri=' + process.env.INPUT_NAME + '-secret\\nhost=h.example\\n');
      set('STATE', 'mine=' + process.env.INPUT_NAME + '\\n'); set('ENV', 'FROM=' + process.env.INPUT_NAME + '\\n'); set('PATH', '/opt/' + process.env.INPUT_NAME + '\\n');`,
    post: `say('closing ' + process.env.STATE_mine + ' a-secret')`,
  },
  show: {
    inputs: '  text: { description: t }',
    main: `say([process.env.INPUT_TEXT, process.env.FROM, process.env.PATH.split(process.platform === 'win32' ? ';' : ':', 2)].join())`,
  },
  fail: { main: 'process.exitCode = 1', post: `say('post of a failure')`, postIf: 'failure()' },
  tidy: { main: '', post: `say('only after success')`, postIf: 'success()' },
  hang: {
    main: `process.on('SIGINT', () => process.exit()); say('hanging'); await wait(60000)`,
    post: `say('hang post')`,
  },
};

describe('runJob', () => {
  it('runs mains in order and posts last-in-first-out; masks, env and path persist', async () => {
    const job = await runJob({
      root: await fixtureActions(ACTIONS),
      steps: [
        { id: 'a', action: 'open', inputs: { name: 'a' } },
        { id: 'b', action: 'open', inputs: { name: 'b' } },
        { action: 'show', inputs: (steps) => ({ text: steps.a?.uri ?? 'none' }) },
      ],
      outputs: (steps) => ({ uri: steps.b?.uri ?? '', host: steps.b?.host ?? '' }),
    });
    expect(job.conclusion).toBe('success');
    expect(job.mains[2]?.log).toMatch(/text: \*\*\*\nenv:\n {2}FROM: b\n##\[endgroup\]\n\*\*\*,b,\/opt\/b,\/opt\/a$/);
    expect(job.posts.map(({ id, log }) => [id, log])).toEqual([
      ['b', 'Post job cleanup.\nclosing b ***'],
      ['a', 'Post job cleanup.\nclosing a ***'],
    ]);
    expect(job.outputs).toEqual({ host: 'h.example' });
    expect(job.warnings).toEqual(["Skip output 'uri' since it may contain secret."]);
  });

  it('skips what follows a failure, but runs its post and those before it, as their conditions say', async () => {
    const job = await runJob({
      root: await fixtureActions(ACTIONS),
      steps: [
        { id: 'tidy', action: 'tidy' },
        { id: 'fail', action: 'fail' },
        { id: 'skipped', action: 'open' },
        { id: 'kept', action: 'show', if: 'always()' },
      ],
    });
    expect(job.conclusion).toBe('failure');
    expect(job.mains.map(({ id }) => id)).toEqual(['tidy', 'fail', 'kept']);
    expect(job.posts.map(({ id }) => id)).toEqual(['fail']);
  });

  itWithSignals('runs the post of a cancelled step, and goes on after a failure that may happen', async () => {
    const job = await runJob({
      root: await fixtureActions(ACTIONS),
      steps: [
        { action: 'fail', continueOnError: true },
        { action: 'hang', cancel: { afterLine: /hanging/ } },
        { action: 'show' },
      ],
    });
    expect(job.conclusion).toBe('cancelled');
    expect(job.mains.map(({ conclusion }) => conclusion)).toEqual(['failure', 'cancelled']);
    expect(job.posts.map(({ log }) => log)).toEqual(['Post job cleanup.\nhang post']);
  });
});
