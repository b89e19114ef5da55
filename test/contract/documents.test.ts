import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actions } from '../../actions/index.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { validateActionYaml, validateWorkflow } from '../support/actions-yaml.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const names = actions.map(({ definition }) => definition.name);

const markdownIn = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

describe('action.yml', () => {
  it.each(['action.yml', ...names.map((name) => `${name}/action.yml`)])('%s is what GitHub accepts', async (path) => {
    expect(await validateActionYaml(join(root, path))).toEqual([]);
  });
});

describe('samples in the documentation', () => {
  const published = new Map([
    ['.', read('action.yml')],
    ...names.map((name) => [name, read(`${name}/action.yml`)] as const),
  ]);
  const documents = [
    ...markdownIn('.'),
    ...markdownIn('docs'),
    ...markdownIn('examples'),
    ...names.map((name) => `${name}/README.md`),
  ];
  const samples = documents.flatMap((path) =>
    [...read(path).matchAll(/```ya?ml\n(.*?)```/gs)].map(([, text = ''], index) => ({
      title: `${path}, sample ${index + 1}`,
      text,
    })),
  );

  it('exist', () => {
    expect(samples.length).toBeGreaterThanOrEqual(3);
  });

  const isSpec = (text: string) => text.startsWith('# atlas.yml');
  const workflows = samples.filter(({ text }) => !isSpec(text));

  it.each(samples.filter(({ text }) => isSpec(text)))('$title is a valid spec', ({ text }) => {
    const defaults = { repository: 'acme/shop', runId: '1', project: { id: '5f'.repeat(12) } };
    const environment = { repository: 'acme/shop', name: 'pr-1' };
    expect(
      parseSpec(text, { source: 'atlas.yml', variables: () => 'x', now: 0, environment, defaults }).problems,
    ).toBeUndefined();
  });

  it.each(workflows)('$title is a valid workflow that names only inputs and outputs which exist', async ({ text }) => {
    expect(await validateWorkflow(completed(text), { actions: published })).toEqual([]);
  });

  it.each(samples)('$title is safe to paste: no literal credential, every action pinned', ({ text }) => {
    for (const [, value = ''] of text.matchAll(/(?:secret|key|password|token):\s*(.+)/g))
      expect(value).toMatch(/^\$\{\{ secrets\./);
    for (const [, ref = ''] of text.matchAll(/uses:\s*(\S+)/g)) expect(ref).toMatch(/^(\.\/|.+@(v\d+|[0-9a-f]{40}))/);
  });
});

/** A sample that shows only jobs, or the steps of one, stands for a workflow that somebody starts by hand. */
function completed(sample: string): string {
  if (/^on:/m.test(sample)) return sample;
  if (/^jobs:/m.test(sample)) return `on: workflow_dispatch\n${sample}`;
  const job = sample.replace(/^(?=.)/gm, '    ');
  return `on: workflow_dispatch\njobs:\n  sample:\n    runs-on: ubuntu-latest\n${job}`;
}

describe("the table of the README for those who come from Monk's backup actions", () => {
  const [, table = ''] = read('README.md').split("### From Monk's backup actions");
  const rows = Array.from(table.matchAll(/^\| `([\w-]+)`.*? \| (`.*) \|$/gm), ([, there = '', here = '']) => ({
    there,
    codes: Array.from(here.matchAll(/`([^`]+)`/g), ([, code = '']) => code.split(': ')),
  }));

  it('has all eight of them', () => {
    expect(rows.slice(0, 8).map(({ there }) => there)).toEqual([
      'get-backup-info',
      'create-snapshot',
      'list-snapshots',
      'describe-snapshot',
      'delete-snapshot',
      'restore',
      'get-restore-status',
      'list-restore-jobs',
    ]);
  });

  it.each(rows.slice(0, 8))('names a call for $there that there is', ({ codes }) => {
    const [action = [], ...inputs] = codes;
    const fields = actions.find(({ definition }) => definition.name === action[0])?.definition.inputs;
    for (const [input = '', value] of inputs) {
      const field = fields?.[input];
      expect(field, input).toBeDefined();
      if (value !== undefined && value !== '<id>') expect(field?.schema.safeParse(value).success, value).toBe(true);
    }
  });
});

describe('links between documents', () => {
  it.each([...markdownIn('.'), ...markdownIn('docs'), ...markdownIn('examples')])('of %s lead somewhere', (path) => {
    for (const [, target = ''] of read(path).matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect(() => read(join(dirname(path), target)), target).not.toThrow();
  });
});
