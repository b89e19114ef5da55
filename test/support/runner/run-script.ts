import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActionResult, StageOptions } from './action-run.ts';
import { runStage } from './run-stage.ts';
import { announce } from './step-header.ts';

/** Runs a `run:` step as the runner does for `shell: bash`: it ends at the first command that fails, in a pipe too. */
export async function runScript(options: StageOptions & { readonly script: string }): Promise<ActionResult> {
  return await runStage(options, async (context, { temp }) => {
    const [first = ''] = options.script.split('\n');
    announce(context, { stage: 'main', title: first, inputs: new Map(), env: options.env ?? {} });
    const file = join(temp, `${crypto.randomUUID()}.sh`);
    await writeFile(file, options.script);
    return {
      program: 'bash',
      nodeArguments: ['--noprofile', '--norc', '-e', '-o', 'pipefail'],
      file,
      variables: {},
      actionPath: '',
    };
  });
}
