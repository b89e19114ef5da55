import { describe, expect, it } from 'vitest';
import { writeMark } from '../../src/environment/owner-mark.ts';
import { createGitHubSimulator } from '../../src/simulator/github/github.ts';
import { openListeningStage } from '../support/listening-stage.ts';
import { measureSweep } from '../support/measure-sweep.ts';
import { exposedTexts } from '../support/runner/exposed-texts.ts';
import { findLeaks } from '../support/runner/leaks.ts';
import { seedEnvironment } from '../support/seed-environment.ts';

/** The repository that the emulated runner works for. */
const REPOSITORY = 'octo/shop';
const hostile = '::error::<b>not me</b>';

async function openSweepStage() {
  // In real time: nothing is waited for, and what was read is good for five seconds of Atlas's.
  const stage = await openListeningStage({}, { speed: 1 });
  const { atlas } = stage;
  const github = createGitHubSimulator();
  const repository = github.seedRepository({ name: REPOSITORY });
  github.seedPullRequest(repository, { number: 7, state: 'closed' });
  const token = github.seedJobToken(repository, { 'pull-requests': 'read' });
  const door = await github.listen();

  const seed = (name: string, expiresIn: number, repository = REPOSITORY) =>
    seedEnvironment(atlas, name, {
      ...{ repository, expiresIn },
      cluster: `${name}-of-${repository.split('/')[1]}`,
    });
  seed('branch', -9);
  seed('pr-7', 9);
  seed('pr-8', 9);
  seed('branch', -9, 'acme/other');
  const description = writeMark({ repository: REPOSITORY, name: 'pr-7' }, { room: 100 });
  atlas.seedDatabaseUser({ username: hostile, password: 'of the environment', description });

  const left = () => atlas.state.clusters.filter(({ goneAt }) => goneAt === undefined).map(({ name }) => name);
  const sweep = (inputs: Readonly<Record<string, string>>) =>
    stage.run({ action: 'sweep', inputs }, { token, runnerEnv: { GITHUB_API_URL: door.url } });
  return {
    ...stage,
    sweep,
    left,
    [Symbol.asyncDispose]: async () => void (await Promise.all([stage[Symbol.asyncDispose](), door.close()])),
  };
}

describe.each(['withAccount', 'withKey'] as const)(
  'a nightly sweep through the committed bundle, %s',
  (credentials) => {
    it('says first what would go, then does it, and finds nothing the second time', async () => {
      await using stage = await openSweepStage();
      const inputs = { ...stage[credentials], 'closed-pull-requests': 'true' };
      const name = REPOSITORY.split('/')[1];
      const expected = [
        `user branch-of-${name}`,
        `cluster branch-of-${name}`,
        `user pr-7-of-${name}`,
        `user ${hostile}`,
        `cluster pr-7-of-${name}`,
      ];
      const told = ({ outputs }: { outputs: Readonly<Record<string, string>> }) =>
        JSON.parse(outputs.deleted ?? '').map((one: { kind: string; name: string }) => `${one.kind} ${one.name}`);

      const planned = await stage.sweep(inputs);
      expect(planned.main.annotations.map(({ level }) => level)).toEqual(['notice']);
      expect(told(planned.main)).toEqual(expected);
      expect(stage.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);

      const swept = await stage.sweep({ ...inputs, 'dry-run': 'false' });
      expect([swept.main.annotations, swept.main.exitCode]).toEqual([[], 0]);
      expect(told(swept.main)).toEqual(expected);
      expect(swept.main.summary).toContain('&lt;b&gt;not me');
      expect(swept.main.summary).not.toContain('<b>');
      expect(stage.left()).toEqual(['orders', `pr-8-of-${name}`, 'branch-of-other']);

      const again = await stage.sweep({ ...inputs, 'dry-run': 'false' });
      expect([again.main.annotations, again.main.outputs.count]).toEqual([[], '0']);

      for (const { main, post } of [planned, swept, again]) {
        expect([main.rawStderr, post?.rawStderr, post?.exitCode]).toEqual(['', '', 0]);
        for (const result of post ? [main, post] : [main])
          expect(findLeaks(exposedTexts(result), stage.secrets)).toEqual([]);
      }
    });
  },
);

it('a thousand clusters in forty projects take less than 120 MB', async () => {
  const first = await measureSweep();
  expect(first.deleted).toBe(1_600);
  // On a busy machine the garbage collector comes late now and then.
  const { peakMegabytes } = first.peakMegabytes < 120 ? first : await measureSweep();
  expect(peakMegabytes).toBeLessThan(120);
}, 60_000);
