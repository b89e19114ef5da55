import type { InputsOf } from '../../src/definition/action.ts';
import type { Environment } from '../../src/environment/environment.ts';
import { repositoryOf } from '../../src/environment/repository.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import type { SpecContext } from '../../src/spec/context.ts';
import type { DesiredState } from '../../src/spec/desired.ts';
import { desiredFromInputs } from '../../src/spec/flat.ts';
import { environmentOf } from '../environment.ts';
import type { provision } from './action.ts';

type Inputs = InputsOf<typeof provision>;

/** What the author wants. */
export interface DesiredSpec {
  readonly environment: Environment | undefined;
  /** As the runner's clock has it: names are right, as far as they are known, ends are not. */
  readonly desired: () => DesiredState;
  /** Takes names of clusters that the environment has already, by their ordinals. */
  readonly useNames: (names: ReadonlyMap<number, string>) => void;
  /** With every end counted from `now`, and no environment that stands shortened by a default. */
  readonly desiredAt: (times: SpecTimes) => DesiredState;
}

export type SpecTimes = Pick<SpecContext, 'now' | 'standingExpiry'>;

/** Reads what the author wants, from the spec or the flat inputs. Throws with every problem at once, before any request. */
export async function readDesiredSpec(
  inputs: Inputs,
  context: Pick<ActionContext, 'job' | 'clock' | 'variable' | 'readText' | 'mask'>,
): Promise<DesiredSpec> {
  const config = inputs.config === undefined ? undefined : await openConfig(inputs.config, context);
  const environment = environmentOf(context.job, {
    named: inputs.environment,
    namesCluster: inputs['cluster-name'] !== undefined || config?.namesCluster === true,
  });
  let standingNames: ReadonlyMap<number, string> = new Map();
  const desiredAt = (times: SpecTimes): DesiredState => {
    const specContext = { ...specContextOf(inputs, { environment, context }), standingNames, ...times };
    const result = config ? config.parse(specContext) : desiredFromInputs(flatInputsOf(inputs), specContext);
    if ('problems' in result && result.problems) throw new Error(problemList(result.problems));
    if (!('desired' in result) || !result.desired) throw new Error('The spec was read without a result.');
    return result.desired;
  };
  let desired = desiredAt({ now: context.clock.now() });
  return {
    environment,
    desiredAt,
    desired: () => desired,
    useNames(names) {
      standingNames = new Map([...standingNames, ...names]);
      desired = desiredAt({ now: context.clock.now() });
    },
  };
}

function problemList(problems: readonly string[]): string {
  const [first = '', ...others] = problems;
  return others.length === 0 ? first : ['The spec needs a look:', ...problems.map((one) => `- ${one}`)].join('\n');
}

/** The parser of YAML is loaded only for a spec: it weighs more than the rest of provision. */
async function openConfig(value: string, context: Pick<ActionContext, 'variable' | 'readText' | 'mask'>) {
  const { readConfig } = await import('./config.ts');
  return readConfig(value, context);
}

function specContextOf(
  inputs: Inputs,
  { environment, context }: { environment: Environment | undefined; context: Pick<ActionContext, 'job'> },
): Omit<SpecContext, 'now'> {
  const id = inputs['project-id'];
  const name = inputs['project-name'];
  const lifetime = inputs['expires-in-hours'];
  return {
    environment,
    withoutEnvironment: context.job.withoutPullRequest,
    defaults: {
      ...repositoryOf(context.job),
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
    edition: inputs.edition,
    maxStorageGb: inputs['max-storage-gb'],
    tags: inputs.tags,
    terminationProtection: inputs['termination-protection'],
    username: inputs.username,
    password: inputs.password,
    roles: inputs.roles,
    database: inputs.database,
  };
}
