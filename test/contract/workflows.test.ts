import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actions } from '../../actions/index.ts';
import { validateActionYaml, validateWorkflow } from '../support/actions-yaml.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const localActions = readdirSync(join(root, '.github/actions')).map((name) => `.github/actions/${name}`);
const names = actions.map(({ definition }) => definition.name);

/** By path, the action.yml of each action that a workflow of this repository can use. */
const known = new Map([
  ['.', read('action.yml')],
  ...[...names, ...localActions].map((name) => [name, read(`${name}/action.yml`)] as const),
]);

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}

const workflows = readdirSync(join(root, '.github/workflows')).map((name) => {
  const text = read(`.github/workflows/${name}`);
  // The language service has the last word on the form; these are the parts that are looked at here.
  const { permissions, concurrency, jobs } = parse(text) as {
    permissions?: unknown;
    concurrency?: unknown;
    jobs: Record<string, Job>;
  };
  return { name, text, permissions, concurrency, jobs: Object.entries(jobs) };
});
const steps = workflows.flatMap(({ name, jobs }) =>
  jobs.flatMap(([job, { steps = [] }]) => steps.map((step) => ({ place: `${name}, job ${job}`, step }))),
);

describe.each(workflows)('$name', ({ name, text, permissions, concurrency, jobs }) => {
  it('is what GitHub accepts, inputs of our own actions included', async () => {
    expect(await validateWorkflow(text, { actions: known })).toEqual([]);
  });

  it('gives nothing but what each job names, and lets none run for ever', () => {
    expect(permissions).toEqual({});
    expect(concurrency).toBeDefined();
    for (const [title, job] of jobs) {
      expect(job.permissions, title).toBeDefined();
      if (job.uses === undefined) expect(job['timeout-minutes'], title).toBeLessThanOrEqual(30);
    }
  });

  it('writes only where it must', () => {
    const writing = jobs.flatMap(([job, { permissions = {} }]) =>
      Object.entries(permissions).flatMap(([scope, level]) => (level === 'write' ? [`${job}: ${scope}`] : [])),
    );
    expect(writing).toEqual(writers[name] ?? []);
  });

  it('uses only actions of this repository, or those of a named commit with its version beside it', () => {
    const lines = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
    for (const line of lines) expect(line).toMatch(/uses: (\.\/\S*|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
  });
});

/** Every right to write, by workflow. */
const writers: Readonly<Record<string, readonly string[]>> = {
  'codeql.yml': ['analyze: security-events'],
  'release.yml': ['tag: contents', 'publish: contents', 'publish: id-token', 'publish: attestations', 'move: contents'],
};

describe('steps', () => {
  it('put no expression into a script, where it could become part of it', () => {
    expect(steps.filter(({ step }) => step.run?.includes('${{')).map(({ place }) => place)).toEqual([]);
  });

  it('keep no token in the checkout', () => {
    const checkouts = steps.filter(({ step }) => step.uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(5);
    for (const { place, step } of checkouts) expect(step.with?.['persist-credentials'], place).toBe(false);
  });

  it('use one version of each action', () => {
    const uses = new Set(steps.flatMap(({ step }) => (step.uses?.includes('@') ? [step.uses] : [])));
    const repositories = [...uses].map((use) => use.split('@')[0]);
    expect(repositories).toEqual([...new Set(repositories)]);
  });

  it('of several lines name their shell, which is then told to end at the first failure', () => {
    const scripts = steps.filter(({ step }) => step.run?.trim().includes('\n'));
    for (const { place, step } of scripts) expect(step.shell, place).toBe('bash');
  });
});

it('dependabot waits some days before it takes a new version', () => {
  const { updates } = parse(read('.github/dependabot.yml')) as { updates: { cooldown?: Record<string, number> }[] };
  expect(updates.map(({ cooldown }) => cooldown?.['default-days'])).toEqual([7, 7]);
});

it.each(localActions)('%s is what GitHub accepts', async (path) => {
  expect(await validateActionYaml(join(root, path, 'action.yml'))).toEqual([]);
});

it('e2e.yml uses every action', () => {
  const text = read('.github/workflows/e2e.yml');
  for (const name of names) expect(text).toMatch(new RegExp(`uses: \\./${name}$`, 'm'));
});
