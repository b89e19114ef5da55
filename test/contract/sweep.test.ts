import { describe, expect, it } from 'vitest';
import { checkedFetch } from '../support/checked-fetch.ts';
import { contractAvailable } from '../support/openapi.ts';
import { HOUR } from '../support/seed-environment.ts';
import { setSweepStage } from '../unit/sweep/stage.ts';

describe.skipIf(!contractAvailable)('what sweep says to Atlas', () => {
  it('keeps to the specification, and so do the answers', async () => {
    const stage = setSweepStage();
    stage.github.seedPullRequest(stage.shop, { number: 7, state: 'closed' });
    stage.atlas.seedProject({ name: 'empty', tags: stage.tagsOf('pr-6') });
    const project = stage.atlas.seedProject({ name: 'previews', tags: stage.tagsOf('pr-7') });
    stage.time.advance(2 * HOUR);
    stage.seedEnvironment('pr-7', { project, tier: 'M10', expiresIn: 9 });
    stage.seedEnvironment('branch', { tier: 'FLEX' });
    stage.seedEnvironment('free', { tier: 'M0', address: '198.51.100.0/24' });
    const checked = checkedFetch(stage.world);
    for (const inputs of [
      { 'dry-run': 'true', 'project-name': 'previews', 'project-id': '' },
      { organization: 'Acme', ...stage.withToken, wait: 'true' },
    ]) {
      const door = await stage.sweep(inputs, { fetch: checked.fetch });
      expect([door.annotations.filter(({ level }) => level === 'error'), door.outputs.failed]).toEqual([[], '[]']);
    }
    expect(stage.atlas.state.projects.map(({ name }) => name)).toEqual(['shop']);
    // Atlas answers deletions with `202 {}` (notes, section 14).
    const known = / 202: has a body where the specification has none$/;
    expect([...new Set(checked.problems)].filter((problem) => !known.test(problem))).toEqual([]);
    expect(checked.operations.size).toBeGreaterThan(12);
  });
});
