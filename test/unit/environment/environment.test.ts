import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clusterNameOf, environmentTag } from '../../../src/environment/environment.ts';
import { repositoryTag } from '../../../src/environment/repository.ts';

const repository = 'Acme/shop';

const anyName = fc.oneof(
  fc.string({ maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.stringMatching(/^(feature|fix|dependabot)[/_-][A-Za-z0-9/_.#-]{0,60}$/),
);
const anyEnvironment = fc.record({
  repository: fc.oneof(fc.constant(repository), fc.stringMatching(/^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/)),
  name: anyName,
});

it('names every environment within the rules of Atlas host names', () => {
  fc.assert(
    fc.property(anyEnvironment, fc.nat({ max: 24 }), (environment, ordinal) => {
      const name = clusterNameOf(environment, ordinal);
      expect(name.length).toBeLessThanOrEqual(23);
      expect(name).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9-]*$/);
      expect(name).not.toMatch(/-$/);
      expect(name).not.toMatch(/^atlas-[a-z0-9]{6}$/);
    }),
    { numRuns: 2000 },
  );
});

it('gives the same name every time, whatever the spelling of the repository', () => {
  fc.assert(
    fc.property(anyEnvironment, (environment) => {
      const shouted = { ...environment, repository: environment.repository.toUpperCase() };
      expect(clusterNameOf({ ...environment })).toBe(clusterNameOf(environment));
      expect(clusterNameOf(shouted)).toBe(clusterNameOf(environment));
    }),
  );
});

it('keeps a name for ever: changing it would orphan every environment that lives', () => {
  expect(clusterNameOf({ repository, name: 'pr-7' })).toBe('pr-7-maybe83u');
  expect(clusterNameOf({ repository, name: 'pr-7' }, 1)).toBe('pr-7-ise8lfll');
});

it('keeps a name through a rename, where the id of the repository is known', () => {
  const names = ['acme/shop', 'acme/store'].map((one) =>
    clusterNameOf({ repository: one, repositoryId: '101', name: 'pr-7' }),
  );
  expect(names).toEqual(['pr-7-kq6jsjdr', 'pr-7-kq6jsjdr']);
  expect(clusterNameOf({ repository, repositoryId: '102', name: 'pr-7' })).not.toBe(names[0]);
});

it('tells names apart that sanitise alike', () => {
  const alike = [
    'feature/a',
    'feature-a',
    'Feature_A',
    'feature a',
    'FEATURE.A',
    '#feature-a',
    'feature-a-',
    'féature-a',
  ];
  for (const text of [clusterNameOf, environmentTag]) {
    const given = alike.map((name) => text({ repository, name }));
    expect(new Set(given).size).toBe(alike.length);
  }
  const long = Array.from({ length: 50 }, (_, index) => ({ repository, name: `${'very-long-'.repeat(20)}${index}` }));
  expect(new Set(long.map((environment) => clusterNameOf(environment))).size).toBe(50);
  expect(new Set(long.map(environmentTag)).size).toBe(50);
});

it('tells any two environments apart, and the clusters of one', () => {
  fc.assert(
    fc.property(anyName, anyName, fc.nat({ max: 24 }), fc.nat({ max: 24 }), (one, other, first, second) => {
      fc.pre(one !== other || first !== second);
      const [left, right] = [
        clusterNameOf({ repository, name: one }, first),
        clusterNameOf({ repository, name: other }, second),
      ];
      expect(left).not.toBe(right);
      if (one !== other) {
        expect(environmentTag({ repository, name: one })).not.toBe(environmentTag({ repository, name: other }));
      }
    }),
    { numRuns: 1000 },
  );
});

it('writes only what Atlas takes as a tag', () => {
  fc.assert(
    fc.property(anyEnvironment, fc.string({ unit: 'binary', maxLength: 400 }), (environment, anything) => {
      const legal = /^[\p{L}\p{N} ;@_\-.+]{1,255}$/u;
      expect(environmentTag(environment)).toMatch(legal);
      expect(repositoryTag(environment.repository)).toMatch(legal);
      expect(repositoryTag(anything)).toMatch(legal);
    }),
    { numRuns: 1000 },
  );
});
