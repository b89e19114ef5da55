/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the specs under test write variables so. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { renderSpecJsonSchema } from '../../../src/spec/json-schema.ts';

const rendered = renderSpecJsonSchema();
const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  JSON.parse(rendered),
);

it.each([
  'clusters: []',
  'project: { name: preview, tags: { team: payments, port: 8080 } }',
  'clusters: [{ name: orders, tier: m10, provider: aws, region: US_EAST_1, mongodb-version: 8.0, backup: true }]',
  'clusters: [{ tier: "${TIER}", auto-scaling: { compute: { min: M10, max: M30 }, disk: true } }]',
  'clusters: [{ auto-scaling: { compute: false }, atlas: { anything: [{ goes: here }] } }]',
  'users: [{ username: app, roles: [readWrite@orders], password: "${P}", authentication: password }]',
  'network-access: [{ address: 198.51.100.0/24, comment: office, expires-in-hours: 4 }]',
])('accepts in an editor what parsing accepts: %s', (text) => {
  expect(validate(parseYaml(text)), JSON.stringify(validate.errors)).toBe(true);
});

it.each([
  'cluster: []',
  'clusters: [{ teir: M10 }]',
  'clusters: [{ tier: M5 }]',
  'clusters: [{ backup: "yes" }]',
  'clusters: [{ disk-size-gb: 10.5 }]',
  'clusters: [{ auto-scaling: { compute: { min: M10 } } }]',
  'clusters: [{ tags: { "a/b": c } }]',
  'users: [{ username: app }]',
  'users: [{ username: app, roles: [] }]',
  'users: [{ username: app, roles: ["read write"] }]',
  'users: [{ username: app, roles: [read@x], authentication: kerberos }]',
  'network-access: [{ comment: office }]',
  '[]',
])('refuses in an editor what parsing refuses: %s', (text) => {
  expect(validate(parseYaml(text))).toBe(false);
});

it('explains every key', () => {
  const { properties } = JSON.parse(rendered);
  const { properties: cluster } = properties.clusters.items;
  const { properties: user } = properties.users.items;
  for (const [key, schema] of [...Object.entries(cluster), ...Object.entries(user)]) {
    expect(schema, key).toHaveProperty('description');
  }
  expect(cluster.tier.examples).toContain('M10');
});

it('is what stands in the repository', () => {
  const path = join(import.meta.dirname, '../../../schema/atlas-spec.schema.json');
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe(rendered);
});
