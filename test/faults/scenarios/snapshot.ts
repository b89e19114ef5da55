import { noOddities } from '../../../src/simulator/world/oddities.ts';
import { snapshotStatus } from '../../../src/simulator/world/snapshots.ts';
import { runVariables, setStage } from '../../support/stage.ts';
import { foreignThings } from '../support/atlas-state.ts';
import type { Scenario, Scene, Stage } from '../support/scenario.ts';

interface Use {
  readonly name: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly key?: boolean;
  /** A snapshot of somebody else's is under way. */
  readonly busy?: boolean;
  /** The step does not wait for what it asked for. */
  readonly hasty?: boolean;
}

const day = 86_400_000;

/** A cluster with snapshots of others: an old one, a recent one of the schedule, and perhaps one that is under way. */
function busyStage({ busy = false }: Use): Stage {
  const stage = setStage({ oddities: noOddities });
  const { atlas, cluster, time } = stage;
  atlas.state.durations.snapshot = 180;
  atlas.seedSnapshot({ cluster, at: time.now() - day, description: 'of somebody else' });
  atlas.seedSnapshot({ cluster, at: time.now() - 600_000, scheduled: 'hourly', description: 'of the schedule' });
  if (busy)
    atlas.seedSnapshot({
      cluster,
      status: 'inProgress',
      at: time.now() - 60_000,
      endsAfterSeconds: 120,
      description: 'theirs',
    });
  return stage;
}

function scenario(use: Use): Scenario {
  const set = () => {
    const stage = busyStage(use);
    const { snapshots } = stage.atlas.state;
    const foreign = foreignThings(stage);
    const others = JSON.stringify(snapshots);
    const seeded = snapshots.length;
    const start = stage.time.now();
    return {
      stage,
      run: ({ attempt = 1, ...world }) => {
        const inputs = { ...(use.key ? stage.withKey : stage.withAccount), 'cluster-name': 'orders', ...use.inputs };
        return stage.run('snapshot', inputs, { variables: runVariables({ attempt }), ...world });
      },
      whenever: () => [
        ...foreign.changed(),
        ...(JSON.stringify(snapshots.slice(0, seeded)) === others ? [] : ['a snapshot of others was touched']),
        // Every attempt has a description of its own.
        ...(new Set(snapshots.map(({ description }) => description)).size === snapshots.length
          ? []
          : ['one step has taken two snapshots']),
        ...snapshots
          .slice(seeded)
          .filter(
            ({ description, retentionMilliseconds: kept }) => !/\[gha 4711\.\d /.test(description) || kept !== 7 * day,
          )
          .map(({ description }) => `a snapshot has no owner or the wrong expiry: ${description}`),
      ],
      afterGreen: ({ outputs }) => {
        const taken = snapshots.find(({ id }) => id === outputs['snapshot-id']);
        if (!taken) return [`there is no snapshot ${outputs['snapshot-id']}`];
        const status = snapshotStatus(taken, stage.time.now());
        const isReused = outputs.outcome === 'reused';
        return [
          ...(status === 'completed' || use.hasty ? [] : [`the snapshot is ${status}`]),
          ...(taken.requestedAt >= start || isReused ? [] : ['the snapshot began before the step']),
          ...(isReused && start - taken.requestedAt > 3_600_000 ? ['the snapshot is too old to be reused'] : []),
        ];
      },
    } satisfies Scene;
  };
  return { name: use.name, set };
}

/** The uses of snapshot; the first one is the main one. */
export const scenarios: readonly Scenario[] = [
  scenario({ name: 'the gate before a migration', inputs: { 'expect-databases': 'orders' } }),
  scenario({ name: 'the gate while another snapshot is under way, API key', key: true, busy: true }),
  scenario({ name: 'a recent one that is reused', inputs: { 'max-age-minutes': '30' } }),
  scenario({ name: 'one that is not waited for, API key', key: true, inputs: { wait: 'false' }, hasty: true }),
];
