import { beforeAll, describe, expect, it } from 'vitest';
import { cheapenScrypt } from '../faults/support/cheap-scrypt.ts';
import type { Stage } from '../faults/support/scenario.ts';
import { subjects } from '../faults/support/subjects.ts';
import { tried } from '../support/tally.ts';
import { type Inputs, inputsOf, usesThatGive } from './support/base-inputs.ts';
import { secretsIn, teach } from './support/known-secrets.ts';
import { fuzzedSecrets } from './support/secrets.ts';

beforeAll(cheapenScrypt);

/** Far enough apart that the secrets of one run have nothing in common. */
const APART = 37;

it('there are more than two hundred secrets, and a use for every secret input', async () => {
  expect(fuzzedSecrets.length).toBeGreaterThan(200);
  for (const { name, scenarios, secretInputs } of subjects) {
    const uses = await usesThatGive(secretInputs, scenarios);
    const given = await Promise.all(
      uses.map(async (use) => Object.keys(secretsIn(await inputsOf(use.set()), secretInputs))),
    );
    expect([name, given.flat().toSorted()]).toEqual([name, expect.arrayContaining([...secretInputs].toSorted())]);
  }
});

// Whether one is seen is looked at by the stage itself, after every run of every test.
describe.each(subjects)('$name lets no secret be seen', ({ name, secretInputs, scenarios }) => {
  it('in whatever secret input it is, also where Atlas says it back', async () => {
    for (const scenario of await usesThatGive(secretInputs, scenarios)) {
      for (const index of fuzzedSecrets.keys()) {
        const scene = scenario.set();
        const used = Object.keys(secretsIn(await inputsOf(scene), secretInputs));
        const inputs = Object.fromEntries(used.map((input, at) => [input, fuzzedSecret(index + APART * at)]));
        teach(scene.stage, inputs);
        const isGossip = (index + scenarios.indexOf(scenario)) % 2 === 1;
        const world = { inputs, ...(isGossip && { fetch: gossiping(scene.stage, { inputs, index }) }) };
        const rows = used.map((kind) => ({ proof: 'Secrets', action: name, kind }));
        await tried(rows, async () => void (await scene.stage.post(name, await scene.run(world))));
      }
    }
  }, 300_000);
});

function fuzzedSecret(index: number): string {
  return fuzzedSecrets[index % fuzzedSecrets.length] ?? '';
}

/** An Atlas that puts what it has been told into an error, in every form in which it could stand there. */
function gossiping({ fetch: ask }: Stage, { inputs, index }: { inputs: Inputs; index: number }): typeof fetch {
  const at = 2 + (index % 5);
  let sent = 0;
  const detail = Object.values(inputs)
    .map((value) => value.trim().toWellFormed())
    .flatMap((value) => [
      value,
      encodeURIComponent(value),
      Buffer.from(value).toString('base64'),
      Buffer.from(value).toString('base64url'),
      JSON.stringify(value).slice(1, -1),
    ])
    .join(' and ');
  return async (input, init) => {
    sent += 1;
    if (sent !== at) return await ask(input, init);
    return Response.json({ error: 400, errorCode: 'HEARSAY', detail, parameters: [detail] }, { status: 400 });
  };
}
