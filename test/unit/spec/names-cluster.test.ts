import { expect, it } from 'vitest';
import { namesCluster } from '../../../src/spec/names-cluster.ts';

it.each([
  ['clusters: [{ name: orders }]', true],
  ['{ "clusters": [ { "tier": "M10", "name": "orders" } ] }', true],
  ['clusters:\n- tier: M10\n  name: orders', true],
  ['clusters: [{}, *one]\nusers: &one []', false],
  ['users: [&one { name: a }]\nclusters: [*one]', true],
  ['clusters: [{ tier: M10, tags: { name: x } }]\nproject: { name: preview }', false],
  ['# clusters: [{ name: orders }]\nclusters: [{ alias: orders }]', false],
  ['users: [{ username: a }]', false],
  ['clusters: { name: a }', false],
  ['clusters: [', true],
  ['['.repeat(50_000), true],
  ['', false],
])('tells whether a spec names a cluster: %.60s', (text, names) => {
  expect(namesCluster(text)).toBe(names);
});
