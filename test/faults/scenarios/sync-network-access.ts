import { leaseUntil, writeLeases } from '../../../src/environment/lease.ts';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { accessEntriesOf, targetName } from '../../../src/simulator/world/access-list.ts';
import { type Oddities, usualOddities } from '../../../src/simulator/world/oddities.ts';
import { runVariables, setStage } from '../../support/stage.ts';
import { foreignThings, leasedTo } from '../support/atlas-state.ts';
import type { Scenario, Scene, Stage } from '../support/scenario.ts';

const ACTION = 'sync-network-access';
const RUNNER = '203.0.113.9/32';
const HOUR = 3_600_000;
const owner = { repository: 'acme/shop', list: 'migrate.yml' };

interface Use {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly key?: boolean;
  readonly oddities?: Partial<Oddities>;
  /** Another job has opened the runner's address before. */
  readonly isShared?: boolean;
  /** What must be in the list after a green run, besides what was there. */
  readonly open: readonly string[];
  /** What of this owner must be gone. */
  readonly gone?: readonly string[];
}

const OLD = '198.18.7.0/24';
const WITHOUT_EXPIRY = ['198.51.100.0/24', '192.0.2.128/25'];

function peopledStage({ isShared = false, oddities = {} }: Pick<Use, 'isShared' | 'oddities'>): Stage {
  const stage = setStage({ oddities });
  const { atlas, time } = stage;
  atlas.state.durations['accessEntry.active'] = 3;
  atlas.seedAccessEntry({
    entry: '198.18.0.0/24',
    comment: `of another list ${writeMark({ ...owner, list: 'x' }, { room: 40 })}`,
  });
  if (!isShared) return stage;
  const lease = leaseUntil('19512345678aaaa', time.now() + 2 * HOUR);
  const comment = writeLeases({ owner: 'acme/other', held: [lease], isFull: false });
  atlas.seedAccessEntry({ entry: RUNNER, comment, deleteAfter: time.now() + 2 * HOUR });
  return stage;
}

function entriesOf({ atlas, project }: Stage) {
  return accessEntriesOf(atlas.state, project.id);
}

function start(use: Use) {
  const stage = peopledStage(use);
  const foreign = foreignThings(stage);
  // What this owner has listed before is its own, and may change.
  const comment = `old ${writeMark(owner, { room: 60 })}`;
  if (use.gone?.includes(OLD)) stage.atlas.seedAccessEntry({ entry: OLD, comment });
  const inputs = { ...(use.key ? stage.withKey : stage.withAccount), ...use.inputs };
  return {
    stage,
    inputs,
    /** What is left by whatever end: foreign things as they were, and nothing of a job without an expiry. */
    whenever: () => [
      ...foreign.changed().filter((what) => !(use.isShared && what.includes(RUNNER))),
      ...entriesOf(stage)
        .filter(({ target, deleteAfter }) => targetName(target) === RUNNER && deleteAfter === undefined)
        .map(() => 'the runner stays let in for good'),
      ...entriesOf(stage)
        .filter(({ deleteAfter, target }) => deleteAfter === undefined && !isKnown(stage, targetName(target)))
        .map(({ target }) => `${targetName(target)} stays for good`),
    ],
  };
}

const known = [...WITHOUT_EXPIRY, OLD, '198.18.0.0/24', '192.0.2.1/32'];
const isKnown = (_: Stage, name: string) => known.includes(name);

function scenario(use: Use): Scenario {
  const set = () => {
    const { stage, inputs, whenever } = start(use);
    return {
      stage,
      whenever,
      run: ({ attempt = 1, ...world }) => stage.run(ACTION, inputs, { variables: runVariables({ attempt }), ...world }),
      afterGreen: (door) => {
        const now = stage.time.now();
        // What an earlier run has listed is not asked about: a sync with nothing to do costs one request.
        const isDue = (name: string) => name === RUNNER || door.outputs.added?.includes(name) === true;
        const names = entriesOf(stage)
          .filter(({ target, activeAt }) => activeAt <= now || !isDue(targetName(target)))
          .map(({ target }) => targetName(target));
        return [
          ...use.open.filter((name) => !names.includes(name)).map((name) => `${name} is not open`),
          ...(use.gone ?? []).filter((name) => names.includes(name)).map((name) => `${name} is not gone`),
        ];
      },
      left: (main) => leasedTo(main, stage),
    } satisfies Scene;
  };
  return { name: use.name, set };
}

const entries = '198.51.100.0/24 # office\n192.0.2.128/25 # lab';

const uses: readonly Use[] = [
  { name: "the runner's address", inputs: { 'runner-ip': 'true' }, open: [RUNNER] },
  { name: "the runner's address, API key", inputs: { 'runner-ip': 'true' }, key: true, open: [RUNNER] },
  { name: 'a shared address', inputs: { 'runner-ip': 'true' }, isShared: true, open: [RUNNER] },
  {
    name: "a list and the runner's address, with removals",
    inputs: { 'runner-ip': 'true', entries, prune: 'true' },
    open: [RUNNER, ...WITHOUT_EXPIRY],
    gone: [OLD],
  },
  {
    name: 'a list in an odd Atlas, API key',
    inputs: { entries, prune: 'true' },
    key: true,
    oddities: usualOddities,
    open: WITHOUT_EXPIRY,
    gone: [OLD],
  },
];

/** The uses of sync-network-access; the first one is the main one. */
export const scenarios: readonly Scenario[] = uses.map(scenario);

/** Those that open the runner's address. */
export const opening: readonly Scenario[] = uses.filter(({ open }) => open.includes(RUNNER)).map(scenario);
