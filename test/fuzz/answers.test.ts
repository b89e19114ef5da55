import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cheapenScrypt } from '../faults/support/cheap-scrypt.ts';
import { judgeMain } from '../faults/support/judge.ts';
import type { Scenario, Scene } from '../faults/support/scenario.ts';
import { subjects } from '../faults/support/subjects.ts';
import { survey } from '../faults/support/survey.ts';
import { tried } from '../support/tally.ts';
import { answering, type Json, noting, rewriting, type TextField } from './support/answers.ts';
import { markupInComments } from './support/comments.ts';
import { hostileText } from './support/hostile-text.ts';

beforeAll(cheapenScrypt);

const proof = 'Hostile answers';

// That no text becomes a command, a mask, an output or markup is looked at by the stage itself, after every run.
describe.each(subjects)('$name takes texts of others for texts', ({ name, scenarios }) => {
  it('in every field of every answer', async () => {
    for (const [field, uses] of await fieldsOf(scenarios)) {
      const seed = seedOf(field);
      const given = fc.record({ text: hostileText, isAppended: fc.boolean() });
      // What becomes of a text depends on the use: the first and the last that meet it are the farthest apart.
      for (const scenario of new Set([...uses.slice(0, 1), ...uses.slice(-1)])) {
        const check = fc.asyncProperty(given, ({ text, isAppended }) => {
          const rewrite = (before: string) => (isAppended ? `${before}${text}` : text);
          return tried({ proof, action: name, kind: 'another text' }, () =>
            hold(scenario, ({ stage }) => rewriting(stage, field, rewrite)),
          );
        });
        await fc.assert(check, { numRuns: 1, seed: seed + uses.indexOf(scenario) });
      }
      // What is no text is refused by the client, whatever the use.
      const check = fc.asyncProperty(anotherType, (value) =>
        tried({ proof, action: name, kind: 'no text at all' }, () =>
          hold(uses.at(0), ({ stage }) => rewriting(stage, field, () => value)),
        ),
      );
      await fc.assert(check, { numRuns: 1, seed });
    }
  }, 300_000);

  it('in every refusal, its headers included', async () => {
    const known = new Set<string>();
    for (const scenario of scenarios) {
      const { places } = await survey(name, scenario);
      for (const place of places.filter(({ what }) => !known.has(what))) {
        known.add(place.what);
        await fc.assert(
          fc.asyncProperty(refusal, (answer) =>
            tried({ proof, action: name, kind: 'a refusal' }, () =>
              hold(scenario, ({ stage }) => answering(stage, place.at, answer)),
            ),
          ),
          { numRuns: 5, seed: seedOf(place.what) },
        );
      }
    }
  }, 300_000);
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
async function hold(scenario: Scenario | undefined, fetchOf: (scene: Scene) => typeof fetch): Promise<void> {
  if (!scenario) throw new Error('No use meets this.');
  const scene = scenario.set();
  const door = await scene.run({ fetch: fetchOf(scene) });
  expect([...judgeMain(door), ...markupInComments(scene)]).toEqual([]);
}

/** Every text that any use reads, with the uses that meet it, in their order. */
async function fieldsOf(scenarios: readonly Scenario[]): Promise<ReadonlyMap<TextField, readonly Scenario[]>> {
  const uses = new Map<TextField, Scenario[]>();
  for (const scenario of scenarios) {
    const fields = new Set<TextField>();
    const scene = scenario.set();
    await scene.run({ fetch: noting(scene.stage, fields) });
    for (const field of fields) uses.set(field, [...(uses.get(field) ?? []), scenario]);
  }
  return uses;
}

/** The same texts for the same place, whatever is tried before it. */
function seedOf(place: string): number {
  return createHash('sha256').update(place).digest().readInt32BE();
}
