import { describe, expect, it } from 'vitest';
import { defineAction } from '../../../src/definition/action.ts';
import { secret, text } from '../../../src/definition/fields.ts';
import { gitHubFor } from '../../../src/github/for-actions.ts';
import { Cancelled } from '../../../src/runner/cancellation.ts';
import type { ActionContext, ActionResult } from '../../../src/runner/context.ts';
import { runMain, runPost } from '../../../src/runner/run.ts';
import { memoryDoor } from '../../support/memory-door.ts';

const definition = defineAction({
  name: 'probe',
  title: 'Probe',
  description: 'Probes.',
  branding: { icon: 'eye', color: 'blue' },
  inputs: { name: text({ description: 'A name.', required: true }), key: secret({ description: 'A key.' }) },
  outputs: { id: { description: 'Id.' }, uri: { description: 'Address.', secret: true } },
  rules: [],
  post: true,
});

const result: ActionResult = { outputs: { id: 'x' }, summary: { title: 'Done', facts: [] } };

/** No action of this test has anything to do with GitHub. */
const run = (subject: Parameters<typeof runMain>[0], door: Parameters<typeof runMain>[1]) =>
  runMain(subject, door, gitHubFor);

function action(main: (context: ActionContext) => Promise<ActionResult>) {
  return { definition, main: (_: unknown, context: ActionContext) => main(context) };
}

describe('a main step', () => {
  it('masks secrets before anything is printed, outputs of secret kind before they are set', async () => {
    const door = memoryDoor({ inputs: { name: 'n', key: 'top secret' } });
    await run(
      action(async ({ log }) => {
        log.info('at work');
        return { ...result, outputs: { uri: 'mongodb://u:p@h/' } };
      }),
      door,
    );
    expect(door.events.slice(0, 4)).toEqual([
      'mask top secret',
      'mask top%20secret',
      `mask ${Buffer.from('top secret').toString('base64')}`,
      `mask ${Buffer.from('top secret').toString('base64url')}`,
    ]);
    expect(door.events.indexOf('mask mongodb://u:p@h/')).toBeLessThan(
      door.events.indexOf('output uri=mongodb://u:p@h/'),
    );
  });

  it('that did what it could is red with its outputs and its summary', async () => {
    const door = memoryDoor({ inputs: { name: 'n' } });
    await run(
      action(async () => ({ ...result, failure: 'Two of three are done.' })),
      door,
    );
    expect([door.failed(), door.outputs, door.summaries]).toEqual([true, { id: 'x' }, ['<h3>Done</h3>\n']]);
    expect(door.annotations).toEqual([{ level: 'error', message: 'Two of three are done.' }]);
  });

  it('fails before the action starts, with one annotation that has all problems', async () => {
    const door = memoryDoor();
    let started = false;
    await run(
      action(async () => {
        started = true;
        return result;
      }),
      door,
    );
    expect([started, door.failed()]).toEqual([false, true]);
    expect(door.annotations).toEqual([{ level: 'error', message: 'name is required: A name.' }]);
  });

  it('turns whatever is thrown into one annotation, with what goes on in Atlas', async () => {
    const door = memoryDoor({ inputs: { name: 'n' } });
    await run(
      action(async ({ underway }) => {
        underway('The snapshot goes on.');
        throw new Error('Could not.');
      }),
      door,
    );
    expect(door.annotations).toEqual([{ level: 'error', message: 'Could not.\nThe snapshot goes on.' }]);
    expect(door.failed()).toBe(true);
    expect(door.summaries.join()).toContain('Could not.');
  });

  it('stars secrets out of what others have said, in outputs that are no secret', async () => {
    const more = defineAction({
      ...definition,
      outputs: { ...definition.outputs, checks: { description: 'Checks.' } },
    });
    const door = memoryDoor({ inputs: { name: 'n', key: 'top "secret"' } });
    const outputs = { id: 'x', checks: [{ detail: 'Atlas heard top "secret", and more', fix: '' }] };
    const main = async () => ({ ...result, outputs });
    await run({ definition: more, main }, door);
    expect(door.outputs).toEqual({ id: 'x', checks: '[{"detail":"Atlas heard ***, and more","fix":""}]' });
  });

  it('can be red with its outputs and its own summary', async () => {
    const door = memoryDoor({ inputs: { name: 'n' } });
    await run(
      action(async () => ({ ...result, failure: 'One of three checks failed.\n::add-mask::x' })),
      door,
    );
    expect(door.annotations).toEqual([
      { level: 'error', message: expect.stringContaining('One of three checks failed.') },
    ]);
    expect([door.failed(), door.outputs, door.masks]).toEqual([true, { id: 'x' }, []]);
    expect(door.summaries).toEqual(['<h3>Done</h3>\n']);
  });

  it('says that it was cancelled, whatever error the cancellation caused', async () => {
    const controller = new AbortController();
    const door = memoryDoor({ inputs: { name: 'n' }, signal: controller.signal });
    await run(
      action(async () => {
        controller.abort(new Cancelled('SIGINT'));
        throw new TypeError('fetch failed');
      }),
      door,
    );
    expect(door.annotations).toEqual([{ level: 'error', message: 'The job was cancelled (SIGINT).' }]);
  });

  it('owns up to faults of its own', async () => {
    const door = memoryDoor({ inputs: { name: 'n' } });
    await run(
      action(() => Promise.reject(new TypeError('x is undefined'))),
      door,
    );
    expect(door.annotations[0]?.message).toMatch(/^Unexpected fault in atlas-actions: x is undefined\. Please report/);
  });

  it('cuts a long message itself, and keeps foreign text from being a command', async () => {
    const door = memoryDoor({ inputs: { name: 'n' } });
    await run(
      action(() => Promise.reject(new Error(`\n::add-mask::e\n${'x'.repeat(9_000)}`))),
      door,
    );
    const message = door.annotations[0]?.message ?? '';
    expect(message.length).toBeLessThanOrEqual(4_096);
    expect(message).toMatch(/\[cut\]$/);
    expect(message).not.toMatch(/^::/m);
  });

  it('sets lists and objects as JSON, and leaves out what is undefined', async () => {
    const door = memoryDoor({ inputs: { name: 'n' } });
    await run(
      action(async () => ({ ...result, outputs: { id: ['a', 'b'], uri: undefined } })),
      door,
    );
    expect(door.outputs).toEqual({ id: '["a","b"]' });
  });

  it('warns about a secret that stands in the workflow file or the event', async () => {
    const door = memoryDoor({
      inputs: { name: 'n', key: 'plain-"text"' },
      variables: {
        GITHUB_WORKSPACE: '/ws',
        GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/x.yml@refs/heads/main',
        GITHUB_EVENT_PATH: '/event.json',
      },
      files: {
        '/ws/.github/workflows/x.yml': 'key: plain-"text"',
        '/event.json': JSON.stringify({ inputs: { key: 'plain-"text"' } }),
      },
    });
    await run(
      action(async () => result),
      door,
    );
    expect(door.annotations.map(({ level, message }) => `${level} ${message.split(',')[0]}`)).toEqual([
      'warning key stands as plain text in the workflow file',
      'warning key stands as plain text in the event that started this run',
    ]);
  });
});

describe('a post step', () => {
  it('never fails the job', async () => {
    const door = memoryDoor();
    await runPost({ ...action(async () => result), post: () => Promise.reject(new Error('Could not tidy up.')) }, door);
    expect(door.failed()).toBe(false);
    expect(door.annotations).toEqual([{ level: 'warning', message: 'Could not tidy up.' }]);
  });
});
