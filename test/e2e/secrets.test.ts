import { expect, it } from 'vitest';
import { subjects } from '../faults/support/subjects.ts';
import { inputsOf, usesThatGive } from '../fuzz/support/base-inputs.ts';
import { secretsIn, teach } from '../fuzz/support/known-secrets.ts';
import { fuzzedSecrets } from '../fuzz/support/secrets.ts';
import { tried } from '../support/tally.ts';
import { throughTheBundle } from '../support/through-the-bundle.ts';

// The emulator fails a run that lets a secret be seen; with debug logging, it shows outputs and state too.
it.each(subjects)(
  '$name through the bundle lets no odd secret be seen, with debug logging',
  async ({ name, scenarios, secretInputs }) => {
    const [use] = await usesThatGive(secretInputs, scenarios);
    if (!use) throw new Error(`${name} takes no secret.`);
    const scene = use.set();
    const given = Object.keys(secretsIn(await inputsOf(scene), secretInputs));
    const inputs = Object.fromEntries(given.map((input, index) => [input, fuzzedSecrets[index] ?? '']));
    teach(scene.stage, inputs);
    await using bundle = await throughTheBundle(scene.stage);
    const launch = bundle.launch({ debug: true });
    const rows = given.map(() => ({ proof: 'Secrets', action: name, kind: 'through the bundle' }));
    await tried(rows, async () => {
      const main = await scene.run({ inputs, launch });
      expect(main.lines.join('\n')).toContain('##[debug]');
      const post = await scene.stage.post(name, main, { launch });
      expect([main.failed(), post.failed()]).toEqual([false, false]);
    });
  },
);
