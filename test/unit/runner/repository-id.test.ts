import { expect, it } from 'vitest';
import { taggedRepository } from '../../../src/environment/tags.ts';
import { readJob } from '../../../src/runner/job.ts';

const idOf = (variables: Readonly<Record<string, string>>) =>
  readJob({ variable: (name) => variables[name], readText: () => undefined }).repositoryId;

it.each([
  ['1296269', undefined, '1296269'],
  ['1296269', '', '1296269'],
  ['1296269', 'https://github.com', '1296269'],
  ['42', 'https://ghes.example.com', '42@ghes.example.com'],
  ['42', 'https://GHES.example.com/', '42@ghes.example.com'],
  ['42', 'http://git.example.com:3000/gitea', '42@git.example.com_3000'],
  ['42', 'http://[::1]:3000', '42@___1__3000'],
  ['42', 'not an address', '42'],
])('the id %s of a repository on %s is %s', (GITHUB_REPOSITORY_ID, server, id) => {
  const given = idOf({ GITHUB_REPOSITORY_ID, ...(server !== undefined && { GITHUB_SERVER_URL: server }) });
  expect(given).toBe(id);
  // What Atlas takes as the value of a tag, and what is read from one.
  expect(given).toMatch(/^[\p{L}\p{N} ;@_\-.+]{1,255}$/u);
  expect(taggedRepository({ 'gha-repository': 'acme;shop', 'gha-repository-id': id })?.repositoryId).toBe(id);
});

it.each(['', '0', '01', '-1', '1.5', '1e3', 'R_kgDOabc', ' 1', '1 ', '1'.repeat(20)])('"%s" is no id', (text) => {
  expect(idOf({ GITHUB_REPOSITORY_ID: text })).toBeUndefined();
});

it('a runner that tells no id has none', () => {
  expect(idOf({})).toBeUndefined();
});
