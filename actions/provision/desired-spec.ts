import type { InputsOf } from '../../src/definition/action.ts';
import type { Environment } from '../../src/environment/environment.ts';
import { repositoryOf } from '../../src/environment/repository.ts';
import type { CheckContext } from '../../src/runner/context.ts';
import type { SpecContext } from '../../src/spec/context.ts';
import type { DesiredState } from '../../src/spec/desired.ts';
import { desiredFromInputs } from '../../src/spec/flat.ts';
import { NO_PROJECT } from '../../src/spec/resolve.ts';
import { environmentOf } from '../environment.ts';
import { InputProblems, problemsIn } from '../input-problems.ts';
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
export async function readDesiredSpec(inputs: Partial<Inputs>, context: CheckContext): Promise<DesiredSpec> {
  const config = inputs.config === undefined ? undefined : await openConfig(inputs.config, context);
  const environment = environmentOf(context.job, {
    named: inputs.environment,
    namesCluster: inputs['cluster-name'] !== undefined || config?.namesCluster === true,
  });
  let standingNames: ReadonlyMap<number, string> = new Map();
  const desiredAt = (times: SpecTimes): DesiredState => {
    const specContext = { ...specContextOf(inputs, { environment, context }), standingNames, ...times };
    const result = config ? config.parse(specContext) : desiredFromInputs(flatInputsOf(inputs), specContext);
    if ('problems' in result && result.problems) throw new InputProblems(result.problems);
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

/** Finds every problem of the spec or the flat inputs, where some of these are wrong by themselves, too. */
export async function checkDesiredSpec(given: Partial<Inputs>, context: CheckContext): Promise<readonly string[]> {
  const problems = await problemsIn(() => readDesiredSpec({ ...standIns, ...given }, context));
  const isProjectKnown = 'project-id' in given && 'project-name' in given;
  return isProjectKnown ? problems : problems.filter((problem) => !problem.includes(NO_PROJECT));
}

/** In the place of names that are wrong by themselves, so that nothing is said to be missing. */
const standIns: Partial<Inputs> = { environment: 'stand-in', 'cluster-name': 'stand-in', username: 'stand-in' };

/** The parser of YAML is loaded only for a spec: it weighs more than the rest of provision. */
async function openConfig(value: string, context: CheckContext) {
  const { readConfig } = await import('./config.ts');
  return readConfig(value, context);
}

function specContextOf(
  inputs: Partial<Inputs>,
  { environment, context }: { environment: Environment | undefined; context: CheckContext },
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

function flatInputsOf(inputs: Partial<Inputs>) {
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
