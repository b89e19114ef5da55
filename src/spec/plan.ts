import type { Environment } from '../environment/environment.ts';
import type { ActualState } from './actual.ts';
import type { DesiredState } from './desired.ts';
import { planAccessList } from './plan-access-list.ts';
import { planCluster } from './plan-cluster.ts';
import { planProject } from './plan-project.ts';
import { planUser } from './plan-user.ts';

/** What would be done, decided without touching anything. */
export interface Plan {
  /** Project, clusters, users, access entries, each in the order of the spec. */
  readonly steps: readonly PlanStep[];
  /** What is impossible and what to do instead; with any, nothing must be done. */
  readonly problems: readonly string[];
  /** What will not be done though it was asked, and does no harm. */
  readonly notices: readonly string[];
}

export type StepKind = 'project' | 'cluster' | 'user' | 'access-list-entry';

export interface PlanStep {
  readonly kind: StepKind;
  readonly name: string;
  readonly action: 'create' | 'update' | 'unchanged';
  /** By key of the spec; passwords never show, only that one is set. */
  readonly changes: readonly Change[];
  readonly reason: string;
}

/** One field; `from` is absent where there was nothing. */
export interface Change {
  readonly field: string;
  readonly from?: Shown;
  readonly to: Shown;
}

export type Shown = string | number | boolean;

export interface PlanOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly environment?: Environment | undefined;
  /** `owner/name`, to tell outside of an environment what the repository made itself. */
  readonly repository?: string | undefined;
  readonly repositoryId?: string | undefined;
  /** Lets a paused cluster run again; that of an environment always does. */
  readonly resume?: boolean | undefined;
}

/** What the plan of each thing looks at. */
export interface Comparison {
  readonly desired: DesiredState;
  readonly actual: ActualState;
  readonly options: PlanOptions;
}

/** The plan of one thing, before all are put together. */
export interface PartialPlan {
  readonly step: PlanStep;
  readonly problems?: readonly string[];
  readonly notices?: readonly string[];
}

/** Compares what is wanted with what is there. Only what the author named is compared; what Atlas adds is not drift. */
export function plan(desired: DesiredState, actual: ActualState, options: PlanOptions): Plan {
  const parts: readonly PartialPlan[] = [
    planProject(desired, actual),
    ...desired.clusters.map((cluster) => planCluster(cluster, { desired, actual, options })),
    ...desired.users.map((user) => planUser(user, { desired, actual, options })),
    ...planAccessList({ desired, actual, options }),
  ];
  return {
    steps: parts.map(({ step }) => step),
    problems: parts.flatMap(({ problems = [] }) => problems),
    notices: parts.flatMap(({ notices = [] }) => notices),
  };
}

/** Whether a plan leaves everything as it is. */
export function changesNothing({ steps }: Plan): boolean {
  return steps.every(({ action }) => action === 'unchanged');
}
