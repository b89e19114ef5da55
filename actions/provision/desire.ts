import type { InputsOf } from '../../src/definition/action.ts';
import type { Environment } from '../../src/environment/environment.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import type { SpecContext } from '../../src/spec/context.ts';
import type { DesiredState } from '../../src/spec/desired.ts';
import { desiredFromInputs } from '../../src/spec/flat.ts';
import { namesCluster } from '../../src/spec/names-cluster.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { environmentOf } from '../environment.ts';
import type { provision } from './action.ts';

type Inputs = InputsOf<typeof provision>;

export interface Wish {
  readonly desired: DesiredState;
  readonly environment: Environment | undefined;
}

/** What the author wants, from the spec or the flat inputs. Throws with every problem at once, before any request. */
export function wishOf(
  inputs: Inputs,
  context: Pick<ActionContext, 'job' | 'clock' | 'variable' | 'readText' | 'mask'>,
): Wish {
  const config = inputs.config === undefined ? undefined : readConfig(inputs.config, context);
  const environment = environmentOf(context.job, {
    named: inputs.environment,
    namesCluster: inputs['cluster-name'] !== undefined || (config !== undefined && namesCluster(config.text)),
  });
  const specContext = specContextOf(inputs, { environment, context });
  const result = config
    ? parseConfig(config, specContext, context)
    : desiredFromInputs(flatInputsOf(inputs), specContext);
  if ('problems' in result && result.problems) {
    const [first = '', ...others] = result.problems;
    throw new Error(
      others.length === 0 ? first : ['The spec needs a look:', ...result.problems.map((one) => `- ${one}`)].join('\n'),
    );
  }
  if (!('desired' in result) || !result.desired) throw new Error('The spec was read without a result.');
  return { desired: result.desired, environment };
}

interface Config {
  readonly text: string;
  /** Name of the file, or `config`. */
  readonly source: string;
}

/** A longer one is no path that anybody has written down. */
const LONGEST_PATH = 200;

/** A path in the workspace, or YAML itself: a path has neither a line break nor a colon with a space. */
function readConfig(value: string, { readText }: Pick<ActionContext, 'readText'>): Config {
  if (/[\n{]|:\s/.test(value)) return { text: value, source: 'config' };
  const text = readText(value);
  if (text === undefined) {
    const shown = value.length > LONGEST_PATH ? `of this name (${value.length} characters)` : `"${value}"`;
    throw new Error(
      `config: there is no file ${shown} in the workspace. Check the path, and that actions/checkout runs before this step.`,
    );
  }
  return { text, source: value };
}

function parseConfig(
  { text, source }: Config,
  specContext: SpecContext,
  { variable, mask }: Pick<ActionContext, 'variable' | 'mask'>,
) {
  const parsed = parseSpec(text, {
    ...specContext,
    source,
    variables: (name) => (isPrivate(name) ? undefined : variable(name)),
  });
  for (const { path, value } of parsed.substitutions) if (path.includes('password')) mask(value);
  for (const user of parsed.desired?.users ?? []) if (user.password !== undefined) mask(user.password);
  return parsed;
}

/** Variables of the runner and of this step itself: a spec has no business with them. */
function isPrivate(name: string): boolean {
  return /^(INPUT_|STATE_|ACTIONS_|RUNNER_|MONGODB_ATLAS_(CLIENT_SECRET|PRIVATE_API_KEY)|GITHUB_TOKEN$)/.test(name);
}

function specContextOf(
  inputs: Inputs,
  { environment, context }: { environment: Environment | undefined; context: Pick<ActionContext, 'job' | 'clock'> },
): SpecContext {
  const id = inputs['project-id'];
  const name = inputs['project-name'];
  const lifetime = inputs['expires-in-hours'];
  return {
    environment,
    now: context.clock.now(),
    defaults: {
      repository: context.job.repository,
      runId: context.job.runId,
      project: id !== undefined ? { id } : name !== undefined ? { name } : undefined,
      organization: inputs.organization,
      expiresInHours: lifetime === undefined ? undefined : lifetime / 3_600_000,
    },
  };
}

function flatInputsOf(inputs: Inputs) {
  return {
    clusterName: inputs['cluster-name'],
    tier: inputs.tier,
    provider: inputs.provider,
    region: inputs.region,
    mongodbVersion: inputs['mongodb-version'],
    backup: inputs.backup,
    pointInTime: inputs['point-in-time'],
    diskSizeGb: inputs['disk-size-gb'],
    tags: inputs.tags,
    terminationProtection: inputs['termination-protection'],
    username: inputs.username,
    password: inputs.password,
    roles: inputs.roles,
    database: inputs.database,
  };
}
