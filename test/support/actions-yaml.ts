import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ActionsMetadataProvider } from '@actions/languageservice';
import { parse } from 'yaml';
import type { z } from 'zod';
import { diagnose } from './actions-yaml/language-service.ts';
import { type ActionManifest, actionManifest } from './actions-yaml/manifest.ts';
import { wrongOutputReferences } from './actions-yaml/output-references.ts';

/** Checks an action.yml file and returns what is wrong with it: GitHub's own rules, then ours, then the files it names. */
export async function validateActionYaml(path: string): Promise<readonly string[]> {
  const text = readFileSync(path, 'utf8');
  const directory = dirname(path);
  const found = await diagnose(`${basename(directory)}/action.yml`, text);
  const { data, error } = actionManifest.safeParse(parseQuietly(text));
  if (data === undefined) return [...found, ...error.issues.map(describe)];
  const scripts = [data.runs.main, data.runs.post].filter((script) => script !== undefined);
  const absent = scripts.filter((script) => !existsSync(join(directory, script)));
  return [...found, ...absent.map((script) => `runs: there is no file ${script}`)];
}

export interface WorkflowOptions {
  /** The action.yml of each of our actions by folder name; the root action as `.`. */
  readonly actions: ReadonlyMap<string, string>;
  /** The name of our repository, whoever owns it. */
  readonly repository?: string;
}

const LOCAL = 'local-workspace';

/**
 * Checks a workflow, or a bare list of steps as in a README, and returns what is wrong with it. `./snapshot` and
 * `<owner>/atlas-actions/snapshot@v1` are checked against our actions; foreign actions are taken on trust.
 */
export async function validateWorkflow(text: string, options: WorkflowOptions): Promise<readonly string[]> {
  const workflow = asWorkflow(text);
  const repository = options.repository ?? 'atlas-actions';
  // The language service skips local references, so they are given a repository to look up.
  const addressed = workflow.replace(/(uses:\s*['"]?)\.\/([\w./-]*)/g, `$1${LOCAL}/${repository}/$2@v0`);
  const manifestOf = (owner: string, path: readonly string[]): ActionManifest | undefined =>
    owner === LOCAL || path[0] === repository
      ? manifest(options.actions.get(path.slice(1).join('/') || '.'))
      : undefined;
  const fetchActionMetadata: ActionsMetadataProvider['fetchActionMetadata'] = async ({ owner, name, path = '' }) => {
    if (name !== repository) return { name, description: '' };
    return metadata(name, manifestOf(owner, [name, ...path.split('/').filter(Boolean)]));
  };
  const outputsOf = (uses: string): ReadonlySet<string> | undefined => {
    const [owner = '', ...path] = (uses.split('@')[0] ?? '').split('/').filter(Boolean);
    const found = manifestOf(owner, path);
    return found && new Set(Object.keys(found.outputs ?? {}));
  };
  return [
    ...(await diagnose('.github/workflows/sample.yml', addressed, { fetchActionMetadata })),
    ...wrongOutputReferences(addressed, outputsOf),
  ].map((problem) => problem.replace(new RegExp(`${LOCAL}/${repository}/([^@]*)@v0`, 'g'), './$1'));
}

function asWorkflow(text: string): string {
  if (!Array.isArray(parseQuietly(text))) return text;
  const steps = text.replace(/^(?=.)/gm, '      ');
  return `on: push\njobs:\n  sample:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
}

function manifest(text: string | undefined): ActionManifest | undefined {
  return text === undefined ? undefined : actionManifest.parse(parse(text));
}

function metadata(name: string, found: ActionManifest | undefined) {
  if (found === undefined) return undefined;
  const inputs = Object.entries(found.inputs ?? {}).map(
    ([input, { description, required, default: value, ...rest }]) => [
      input,
      {
        description,
        required: required ?? false,
        ...(value === undefined ? {} : { default: String(value) }),
        ...(rest.deprecationMessage === undefined ? {} : { deprecationMessage: rest.deprecationMessage }),
      },
    ],
  );
  return { name, description: found.description, inputs: Object.fromEntries(inputs) };
}

function parseQuietly(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent' });
  } catch {
    // The language service reports the syntax error with its place.
    return undefined;
  }
}

function describe({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.') || 'action.yml'}: ${message}`;
}
