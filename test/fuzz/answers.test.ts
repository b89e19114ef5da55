import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cheapenScrypt } from '../faults/support/cheap-scrypt.ts';
import { judgeMain } from '../faults/support/judge.ts';
import type { Scenario, Scene } from '../faults/support/scenario.ts';
import { subjects } from '../faults/support/subjects.ts';
import { survey } from '../faults/support/survey.ts';
import { tally } from '../support/tally.ts';
import { answering, type Json, noting, rewriting, type TextField } from './support/answers.ts';
import { markupInComments } from './support/comments.ts';
import { hostileText } from './support/hostile-text.ts';

beforeAll(cheapenScrypt);

const proof = 'Hostile answers';

// That no text becomes a command, a mask, an output or markup is looked at by the stage itself, after every run.
describe.each(subjects)('$name takes texts of others for texts', ({ name, scenarios }) => {
  it('in every field of every answer', async () => {
    const known = new Set<TextField>();
    for (const scenario of scenarios) {
      const fields = await newFieldsOf(scenario, known);
      for (const field of fields) {
        await fc.assert(
          fc.asyncProperty(hostileText, fc.boolean(), async (text, isAppended) => {
            const rewrite = (before: string) => (isAppended ? `${before}${text}` : text);
            await hold(scenario, ({ stage }) => rewriting(stage, field, rewrite));
            tally({ proof, action: name, kind: 'another text' });
          }),
          { numRuns: 2, seed: 4_711 },
        );
        await fc.assert(
          fc.asyncProperty(anotherType, async (value) => {
            await hold(scenario, ({ stage }) => rewriting(stage, field, () => value));
            tally({ proof, action: name, kind: 'no text at all' });
          }),
          { numRuns: 1, seed: known.size },
        );
      }
    }
  }, 120_000);

  it('in every refusal, its headers included', async () => {
    const known = new Set<string>();
    for (const scenario of scenarios) {
      const { places } = await survey(name, scenario);
      for (const place of places.filter(({ what }) => !known.has(what))) {
        known.add(place.what);
        await fc.assert(
          fc.asyncProperty(refusal, async (answer) => {
            await hold(scenario, ({ stage }) => answering(stage, place.at, answer));
            tally({ proof, action: name, kind: 'a refusal' });
          }),
          { numRuns: 5, seed: 4_711 },
        );
      }
    }
  }, 120_000);
});

/** What stands where a text should. */
const anotherType = fc.constantFrom<Json>(null, 0, -1.5, true, [], {}, ['x'], JSON.parse('{"__proto__":"x"}'));

const headerText = hostileText.map((text) =>
  text.replace(/[\0\r\n]/g, ' ').replace(/[^\p{ASCII}\u0080-\u00ff]/gu, '?'),
);

/** Refusals of Atlas, of its sign-in, of GitHub and of whatever stands in between, with foreign words in each field. */
const refusal = fc.record({
  status: fc.constantFrom(400, 401, 402, 403, 404, 409, 410, 422, 429, 451, 500, 503, 302),
  headers: fc.record({
    'Content-Type': fc.constantFrom('application/json', 'text/html'),
    'X-Error-Code': headerText,
    'Retry-After': fc.oneof(headerText, fc.constant('0')),
    'WWW-Authenticate': headerText.map((text) => `Digest realm="${text}", nonce="${text}", qop="auth", algorithm=MD5`),
    Date: headerText,
    Location: headerText,
    Link: headerText.map((text) => `<https://x.example/${text}>; rel="next"`),
  }),
  body: fc.oneof(
    hostileText,
    fc
      .record({
        error: fc.oneof(fc.integer(), hostileText),
        error_description: hostileText,
        errorCode: hostileText,
        detail: hostileText,
        reason: hostileText,
        message: hostileText,
        parameters: fc.array(fc.oneof(hostileText, fc.integer(), fc.constant(null)), { maxLength: 3 }),
      })
      .map((body) => JSON.stringify(body)),
  ),
});

/** Runs a use with another fetch; it may be red, but it must say so as every red step does. */
async function hold(scenario: Scenario, fetchOf: (scene: Scene) => typeof fetch): Promise<void> {
  const scene = scenario.set();
  const door = await scene.run({ fetch: fetchOf(scene) });
  expect([...judgeMain(door), ...markupInComments(scene)]).toEqual([]);
}

async function newFieldsOf(scenario: Scenario, known: Set<TextField>): Promise<readonly TextField[]> {
  const fields = new Set<TextField>();
  const scene = scenario.set();
  await scene.run({ fetch: noting(scene.stage, fields) });
  const added = [...fields].filter((field) => !known.has(field));
  for (const field of added) known.add(field);
  return added;
}
