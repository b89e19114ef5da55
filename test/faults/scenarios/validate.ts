import { noOddities } from '../../../src/simulator/world/oddities.ts';
import { runVariables, setStage } from '../../support/stage.ts';
import { foreignThings } from '../support/atlas-state.ts';
import type { Scenario, Scene } from '../support/scenario.ts';

interface Use {
  readonly name: string;
  readonly key?: boolean;
  readonly inputs: Readonly<Record<string, string>>;
}

function scenario({ name, key, inputs }: Use): Scenario {
  const set = () => {
    const stage = setStage({ oddities: noOddities });
    stage.atlas.seedSnapshot({ cluster: stage.cluster });
    const foreign = foreignThings(stage);
    const snapshots = () => JSON.stringify(stage.atlas.state.snapshots);
    const before = snapshots();
    const isChange = ({ leg, method }: (typeof stage.atlas.requests)[number]) =>
      method !== 'GET' && leg !== 'token' && leg !== 'revoke';
    return {
      stage,
      run: ({ attempt = 1, ...world }) =>
        stage.run(
          'validate',
          { ...(key ? stage.withKey : stage.withAccount), 'cluster-name': 'orders', ...inputs },
          { variables: runVariables({ attempt }), ...world },
        ),
      whenever: () => [
        ...foreign.changed(),
        ...foreign.unmarked(),
        ...(snapshots() === before ? [] : ['a snapshot was touched']),
        ...stage.atlas.requests.filter(isChange).map(({ method, path }) => `${method} ${path} was sent`),
      ],
      afterGreen: ({ outputs }) => [
        ...(outputs.ok === 'true' ? [] : [`ok is ${outputs.ok}`]),
        ...(outputs.checks?.includes('"result":"failed"') ? ['a check failed'] : []),
      ],
    } satisfies Scene;
  };
  return { name, set };
}

/** The uses of validate; the first one is the main one. */
export const scenarios: readonly Scenario[] = [
  scenario({ name: 'everything', inputs: {} }),
  scenario({ name: 'snapshot and restore, API key', key: true, inputs: { for: 'snapshot, restore' } }),
];
