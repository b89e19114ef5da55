import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { reasonOf } from '../../src/spec/changes.ts';
import type { Outcome } from '../../src/spec/outcome.ts';
import { changesNothing, type Plan, type PlanStep } from '../../src/spec/plan.ts';
import { planLines } from '../../src/spec/render-plan.ts';

/** What one run of the step has seen and done, over all its looks at Atlas. */
export interface History {
  /** Told of every plan before it is carried out. */
  readonly planned: (plan: Plan) => void;
  /** Told of every step of a plan that was carried out. */
  readonly done: (step: PlanStep, outcome: Outcome) => void;
  /** Told of every cluster that was read. */
  readonly seen: (clusters: Iterable<Cluster>) => void;
  /** The clusters that were seen alive, as they were read last. */
  readonly alive: () => readonly Cluster[];
  /** What was done in the end, as one plan. */
  readonly plan: () => Plan;
  readonly outcome: () => 'created' | 'updated' | 'unchanged';
  /** Told of the project, once it is there. */
  readonly inProject: (groupId: string) => void;
  readonly groupId: () => string | undefined;
  /** Names of what this step itself created. */
  readonly created: (kind: PlanStep['kind']) => readonly string[];
}

interface Done {
  readonly step: PlanStep;
  readonly isCreated: boolean;
  readonly changes: PlanStep['changes'];
}

/** Begins with nothing; `log` is told what is planned after the first plan. */
export function createHistory(log: (line: string) => void): History {
  const all = new Map<string, Done>();
  const alive = new Map<string, Cluster>();
  const plans: Plan[] = [];
  let project: string | undefined;

  const done = (step: PlanStep, { isCreated, isSurprise }: Outcome) => {
    const before = all.get(keyOf(step));
    const isUpdated = step.action === 'update' && !isSurprise;
    all.set(keyOf(step), {
      step: before?.isCreated ? before.step : step,
      isCreated: isCreated || before?.isCreated === true,
      changes: [...(before?.changes ?? []), ...(isUpdated ? step.changes : [])],
    });
  };

  const finalStep = (step: PlanStep): PlanStep => {
    const { isCreated = false, changes = [] } = all.get(keyOf(step)) ?? {};
    if (isCreated) return { ...(all.get(keyOf(step))?.step ?? step), action: 'create' };
    const { kind, name } = step;
    if (changes.length === 0) return { kind, name, action: 'unchanged', changes, reason: unchangedReason(step) };
    return { kind, name, action: 'update', changes, reason: reasonOf(changes) };
  };

  return {
    planned(plan) {
      if (plans.length > 0 && !changesNothing(plan)) {
        log('Atlas is not as it was read before. What is left to do:');
        for (const line of planLines(plan)) log(line);
      }
      plans.push(plan);
    },
    done,
    seen(clusters) {
      for (const cluster of clusters) if (cluster.stateName !== 'DELETING') alive.set(cluster.name, cluster);
    },
    alive: () => [...alive.values()],
    plan() {
      const steps = new Map(plans.flatMap((plan) => plan.steps.map((step) => [keyOf(step), step] as const)));
      const notices = new Set(plans.flatMap((plan) => plan.notices));
      return { steps: [...steps.values()].map(finalStep), notices: [...notices], problems: [] };
    },
    inProject(groupId) {
      project = groupId;
    },
    groupId: () => project,
    outcome() {
      const steps = this.plan().steps;
      if (steps.every(({ action }) => action === 'unchanged')) return 'unchanged';
      const isMain = ({ kind }: PlanStep) => kind === 'cluster' || kind === 'project';
      return steps.some((step) => step.action === 'create' && isMain(step)) ? 'created' : 'updated';
    },
    created: (kind) =>
      [...all.values()].filter((one) => one.isCreated && one.step.kind === kind).map(({ step }) => step.name),
  };
}

function keyOf({ kind, name }: PlanStep): string {
  return `${kind} ${name}`;
}

function unchangedReason({ action, reason }: PlanStep): string {
  return action === 'unchanged' ? reason : 'was created by another run meanwhile, and is as it should be';
}
