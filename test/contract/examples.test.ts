import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actions } from '../../actions/index.ts';
import { validateWorkflow } from '../support/actions-yaml.ts';
import { examples } from '../support/examples.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const names = actions.map(({ definition }) => definition.name);
const published = new Map(names.map((name) => [name, read(`${name}/action.yml`)]));

/** What a job may be allowed, and the step that is the reason for it. */
const reasons: Readonly<Record<string, RegExp>> = {
  'contents: read': /uses: actions\/checkout@/,
  'pull-requests: read': /closed-pull-requests: true/,
};

/** What stands in a workflow beside its comments. */
const code = (text: string) => text.replace(/^\s*#.*$/gm, '');

describe.each(examples)('examples/$name', ({ name, text, on, permissions, env, jobs }) => {
  const all = Object.entries(jobs);
  const steps = all.flatMap(([, job]) => job.steps);

  it('is what GitHub accepts, and names only inputs and outputs which exist', async () => {
    expect(await validateWorkflow(text, { actions: published })).toEqual([]);
  });

  it('says at its head what it does, what it needs and what to change, and what to change is there', () => {
    const head = text.slice(0, text.indexOf('\nname:'));
    expect(head).toMatch(/^# [A-Z].*\n/);
    expect(head).toContain('\n# Needs: ');
    const [, change = ''] = head.match(/\n# Change: ([\s\S]*)$/) ?? [];
    const words = Array.from(change.matchAll(/`([^`]+)`/g), ([, word = '']) => word);
    expect(words).toContain('org');
    for (const word of words) expect(code(text)).toContain(word);
  });

  it('names in its head every variable and secret that it uses, with its kind', () => {
    const head = text.slice(0, text.indexOf('\nname:')).replace(/\n#\s+/g, ' ');
    const sample = head.match(/preview-environment\.yml|database-copy\.yml/)?.[0];
    const elsewhere = examples.find((other) => other.name === sample && other.name !== name)?.text ?? '';
    const said = head + elsewhere.slice(0, elsewhere.indexOf('\nname:')).replace(/\n#\s+/g, ' ');
    for (const [, kind, word = ''] of code(text).matchAll(/\b(vars|secrets)\.([A-Z_]+)/g)) {
      expect(said).toContain(word);
      expect(said).toMatch(kind === 'vars' ? /\(variable\)/ : /\(secrets?\)/);
    }
  });

  it('allows no more than its steps need, and writes nothing', () => {
    expect(permissions).toBeDefined();
    for (const [job, own] of all) {
      for (const [scope, level] of Object.entries(own.permissions ?? permissions ?? {}))
        expect(code(text), `${job}, ${scope}: ${level}`).toMatch(reasons[`${scope}: ${level}`] ?? /nothing/);
    }
  });

  it('lets no job run for ever, nor two of them into each other', () => {
    for (const [job, own] of all) {
      expect(own['timeout-minutes'], job).toBeLessThanOrEqual(240);
      const changes = own.steps.some(({ uses = '' }) => /\/(provision|snapshot|restore|teardown|sweep)@/.test(uses));
      if (changes) expect(own.concurrency, job).toBeDefined();
    }
  });

  it('waits longer than its actions do, so that they can say what goes on', () => {
    for (const [job, own] of all) {
      const needed = own.steps.map(({ uses = '', with: given = {} }) => {
        const action = actions.find(({ definition }) => uses.includes(`/${definition.name}@`));
        const usual = action?.definition.inputs['timeout-minutes']?.default;
        return Number(given['timeout-minutes'] ?? usual ?? 0);
      });
      expect(own['timeout-minutes'], job).toBeGreaterThan(Math.max(...needed));
    }
  });

  it('has no literal credential, and pins every action', () => {
    for (const [, value = ''] of code(text).matchAll(/(?:secret|key|password|password-seed|token):\s*(.+)/g))
      expect(value).toMatch(/^\$\{\{ secrets\./);
    for (const { uses } of steps.filter((step) => step.uses !== undefined))
      expect(uses).toMatch(/^(actions\/[\w-]+@v\d+|org\/atlas-actions\/[\w-]+@v1)$/);
  });

  it('shows credentials of Atlas to no step but those of the suite', () => {
    expect([env, ...all.map(([, job]) => job.env)].filter(Boolean)).toEqual([]);
    const scripts = steps.filter(({ run }) => run !== undefined);
    for (const { env: own = {} } of scripts)
      expect(JSON.stringify(own)).not.toMatch(/CLIENT_SECRET|PRIVATE|API_KEY|SEED/);
  });

  it('puts no expression into a script, where it could become part of it', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  it('runs nothing of a pull request where it has the rights of the base branch', () => {
    if (!('pull_request_target' in on)) return;
    expect(code(text)).not.toMatch(/checkout|npm|head\.(ref|sha)/);
  });
});

describe('examples/README.md', () => {
  const table = read('examples/README.md');

  it.each(examples)('lists $name', ({ name }) => {
    expect(table).toContain(`](${name})`);
  });
});

it('the examples use every action', () => {
  const used = examples.flatMap(({ text }) =>
    Array.from(text.matchAll(/atlas-actions\/([\w-]+)@/g), ([, name]) => name),
  );
  const others = ['backups', 'validate'];
  expect(new Set([...used, ...others])).toEqual(new Set(names));
});
