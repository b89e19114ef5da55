import type { InputsOf } from '../../src/definition/action.ts';
import type { Environment } from '../../src/environment/environment.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import type { SpecContext } from '../../src/spec/context.ts';
import type { DesiredState } from '../../src/spec/desired.ts';
import { desiredFromInputs } from '../../src/spec/flat.ts';
import { environmentOf } from '../environment.ts';
import type { provision } from './action.ts';

type Inputs = InputsOf<typeof provision>;

export interface Wish {
  readonly desired: DesiredState;
  readonly environment: Environment | undefined;
}

/** What the author wants, from the spec or the flat inputs. Throws with every problem at once, before any request. */
export async function wishOf(
  inputs: Inputs,
  context: Pick<ActionContext, 'job' | 'clock' | 'variable' | 'readText' | 'mask'>,
): Promise<Wish> {
  const config = inputs.config === undefined ? undefined : await openConfig(inputs.config, context);
  const environment = environmentOf(context.job, {
    named: inputs.environment,
    namesCluster: inputs['cluster-name'] !== undefined || config?.namesCluster === true,
  });
  const specContext = specContextOf(inputs, { environment, context });
  const result = config ? config.parse(specContext) : desiredFromInputs(flatInputsOf(inputs), specContext);
  if ('problems' in result && result.problems) {
    const [first = '', ...others] = result.problems;
    throw new Error(
      others.length === 0 ? first : ['The spec needs a look:', ...result.problems.map((one) => `- ${one}`)].join('\n'),
    );
  }
  if (!('desired' in result) || !result.desired) throw new Error('The spec was read without a result.');
  return { desired: result.desired, environment };
}

/** The parser of YAML is loaded only for a spec: it weighs more than the rest of provision. */
async function openConfig(value: string, context: Pick<ActionContext, 'variable' | 'readText' | 'mask'>) {
  const { readConfig } = await import('./config.ts');
  return readConfig(value, context);
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
