import { expect, it } from 'vitest';
import { plan } from '../../../src/spec/plan.ts';
import { planJson, planLines, planRows } from '../../../src/spec/render-plan.ts';
import { desire, now, realized, repository } from './samples.ts';

const options = { now, repository };
const before = realized(desire('clusters: [{ name: orders, tier: M10, region: US_EAST_1 }]'), options);
const given = plan(
  desire('clusters: [{ name: orders, tier: M20, tags: { team: a } }]\nnetwork-access: [{ address: 1.2.3.4 }]'),
  before,
  options,
);

it('shows a plan as a table: old → new', () => {
  expect(planRows(given)).toEqual([
    { action: 'unchanged', what: 'project preview', details: 'is as it should be' },
    { action: 'update', what: 'cluster orders', details: 'tier: M10 → M20; tags.team: a' },
    { action: 'create', what: 'access entry 1.2.3.4', details: 'does not exist yet' },
  ]);
});

it('shows a plan as lines of a log', () => {
  expect(planLines({ ...given, notices: ['a\nb'] })).toEqual([
    '= project preview: unchanged, is as it should be',
    '~ cluster orders: update, differs in tier, tags.team',
    '    tier: M10 → M20',
    '    tags.team: a',
    '+ access entry 1.2.3.4: create, does not exist yet',
    '! a b',
    'Plan: 1 to create, 1 to update, 1 unchanged.',
  ]);
});

it('gives a plan as JSON', () => {
  expect(JSON.parse(planJson(given)).steps[1]).toEqual({
    kind: 'cluster',
    name: 'orders',
    action: 'update',
    changes: [
      { field: 'tier', from: 'M10', to: 'M20' },
      { field: 'tags.team', to: 'a' },
    ],
    reason: 'differs in tier, tags.team',
  });
});
