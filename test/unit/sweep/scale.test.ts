import { expect, it } from 'vitest';
import { setSweepStage } from './stage.ts';

/** Forty projects of twenty-five clusters each; ten of them hold nothing of ours. Flex and dedicated ones in turn. */
function setLargeStage() {
  const stage = setSweepStage();
  const { atlas, github, shop } = stage;
  for (let number = 1; number <= 50; number++)
    github.seedPullRequest(shop, { number, state: number % 2 === 0 ? 'open' : 'closed' });
  for (let index = 0; index < 40; index++) {
    const project = atlas.seedProject({ name: `project-${index}` });
    for (let number = 0; number < 25; number++) {
      const tier = number % 5 === 0 ? 'M10' : 'FLEX';
      if (index < 10) atlas.seedCluster({ project, name: `theirs-${number}`, tier });
      else if (number < 15)
        stage.seedEnvironment(`branch-${number}`, { project, tier, address: `198.51.100.${number}` });
      else {
        const pullRequest = ((index * 10 + number) % 50) + 1;
        stage.seedEnvironment(`pr-${pullRequest}`, { project, tier, expiresIn: 9, address: `198.51.100.${number}` });
      }
    }
  }
  return stage;
}

it('a thousand clusters in forty projects cost the pages of the lists, one request a deletion and one a pull request', async () => {
  const stage = setLargeStage();
  const door = await stage.sweep({ organization: 'Acme', ...stage.withToken });
  expect(door.annotations).toEqual([]);

  const ours = 30;
  const all = (name: string) =>
    JSON.parse(door.written[door.outputs[`${name}-file`] ?? ''] ?? door.outputs[name] ?? '');
  const deleted = all('deleted');
  const clusters = ours * 15 + ours * 5;
  // Entries stay in every project, because open pull requests still have an environment in it.
  expect([deleted.length, all('kept').length]).toEqual([2 * clusters, ours * 5 + clusters]);
  const lists = {
    organizations: 1,
    projects: 1,
    // The stage has a project of its own.
    clustersAndFlexClusters: 2 * 41,
    usersAndAccessList: 2 * ours,
  };
  const pages = Object.values(lists).reduce((sum, one) => sum + one);
  expect(stage.calls()).toHaveLength(pages + deleted.length);
  expect(stage.github.requests).toHaveLength(50);
  expect(stage.atlas.requests.length - stage.calls().length).toBe(1);
});

it('a dry run of the same changes nothing, and costs the lists alone', async () => {
  const stage = setLargeStage();
  const door = await stage.sweep({ organization: 'Acme', ...stage.withToken, 'dry-run': 'true' });
  expect(door.outputs.count).toBe('1200');
  expect(stage.calls().filter((call) => !call.startsWith('GET '))).toEqual([]);
  // Neither outputs nor summary may be too long for GitHub: a megabyte each.
  expect(Object.values(door.outputs).join().length).toBeLessThan(2 ** 20);
  expect(door.summaries.join().length).toBeLessThan(2 ** 18);
  expect(door.summaries.join()).toMatch(/… and \d+ more rows\./);
});
