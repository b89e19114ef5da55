import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import type { Project } from '../../src/atlas/projects.ts';
import type { Log } from '../../src/runner/log.ts';
import { type Finding, type Findings, type Judged, nameOf } from './findings.ts';
import { type Plan, planOf } from './plan.ts';
import type { Rules } from './verdict.ts';
import { look, type View } from './view.ts';

/** How is to be swept. */
export interface Sweep {
  readonly rules: Rules;
  readonly isOneProject: boolean;
  readonly dryRun: boolean;
  /** Whether the clusters are waited for, and their projects deleted after them. */
  readonly wait: boolean;
  readonly retainBackups: boolean;
  readonly log: Pick<Log, 'info'>;
}

/** What was seen of a project, and what follows from it. */
export interface Scene {
  readonly view: View;
  readonly plan: Plan;
}

/** One project being swept. */
export interface Work {
  readonly client: AtlasClient;
  readonly project: Project;
  readonly sweep: Sweep;
  readonly findings: Findings;
  readonly first: Scene;
  scene: Scene;
  /** What turned out to stay only when it was to be deleted. */
  readonly kept: Judged[];
  /** Clusters that Atlas has begun to delete. */
  readonly going: Cluster[];
  /** Environments, by their digits, whose users or entries have gone. */
  readonly opened: Set<string>;
  /** Environments, by their digits, of which something permanent could not be deleted. */
  readonly held: Set<string>;
  /** Atlas could not be reached any more. */
  isCutOff: boolean;
}

/** Looks at a project and plans; `before` is what this step saw first, so that it notices a renewal. */
export async function see(
  client: AtlasClient,
  project: Project,
  { sweep, before }: { sweep: Sweep; before?: View },
): Promise<Scene> {
  const { rules, isOneProject } = sweep;
  const view = await look(client, project, { selects: rules.selects, isOneProject });
  return await sceneOf(view, { sweep, before });
}

/** Plans by what was read. */
export async function sceneOf(
  view: View,
  { sweep, before }: { sweep: Sweep; before?: View | undefined },
): Promise<Scene> {
  const { rules, retainBackups, dryRun, wait } = sweep;
  return { view, plan: await planOf(view, { rules, before, retainBackups, projectFollows: dryRun && wait }) };
}

/** A line for the outputs. */
export function findingOf({ project }: Pick<Work, 'project'>, { thing, why }: Judged): Finding {
  return { kind: thing.kind, name: nameOf(thing), project: project.name, why };
}
