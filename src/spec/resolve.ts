import { ownershipTags } from '../environment/tags.ts';
import { derivedName, type SpecContext, type SpecIssue } from './context.ts';
import type { DesiredProject, DesiredState } from './desired.ts';
import { environmentExpiry } from './expiry.ts';
import { tagsProblem } from './names.ts';
import { resolveCluster, sharedNameIssues } from './resolve-cluster.ts';
import { resolveEntry, sharedEntryIssues } from './resolve-entry.ts';
import { resolveUser, sharedUserIssues } from './resolve-user.ts';
import type { Resolving } from './resolving.ts';
import type { SpecDocument } from './schema.ts';

export type Resolution = { readonly desired: DesiredState } | { readonly issues: readonly SpecIssue[] };

/** Decides every name and default of a spec whose shape is right, and finds what contradicts. */
export function resolveSpec(spec: SpecDocument, context: SpecContext): Resolution {
  const issues: SpecIssue[] = [];
  const expiresAt = expiryOfEnvironment(spec, context, issues);
  const { repository, repositoryId, runId } = context.defaults;
  const { environment } = context;
  const ownership = ownershipTags({ repository, repositoryId, runId, environment, expiresAt });
  const resolving = { context, ownership, expiresAt, report: (issue: SpecIssue) => void issues.push(issue) };

  const project = resolveProject(spec, resolving);
  const names = clusterNames(spec, resolving);
  const clusters = (spec.clusters ?? []).map((cluster, index) =>
    resolveCluster(cluster, { resolving, index, name: names[index] ?? '' }),
  );
  const users = (spec.users ?? []).map((user, index) => resolveUser(user, { resolving, index, clusters }));
  const accessList = (spec['network-access'] ?? []).map((entry, index) => resolveEntry(entry, { resolving, index }));
  issues.push(...sharedNameIssues(clusters), ...sharedUserIssues(users), ...sharedEntryIssues(accessList));
  if (issues.length > 0 || !project) return { issues };
  return { desired: { project, clusters, users, accessList, ownership } };
}

function expiryOfEnvironment(spec: SpecDocument, context: SpecContext, issues: SpecIssue[]): number | undefined {
  const hours = spec['expires-in-hours'] ?? context.defaults.expiresInHours;
  if (context.environment) return environmentExpiry({ hours, now: context.now, standing: context.standingExpiry });
  if (hours !== undefined) {
    issues.push({ path: ['expires-in-hours'], message: 'needs an environment: a named cluster never expires' });
  }
  return undefined;
}

function resolveProject(spec: SpecDocument, { context, ownership, report }: Resolving): DesiredProject | undefined {
  const inSpec: Naming = spec.project ?? {};
  const inInputs: Naming = context.defaults.project ?? {};
  const path = spec.project ? ['project'] : [];
  const id = inSpec.id ?? inInputs.id;
  const name = inSpec.name ?? inInputs.name;
  if (id === undefined && name === undefined) {
    report({ path, message: NO_PROJECT });
  } else if (id !== undefined && name !== undefined) {
    report({ path, message: 'is given both by id and by name (spec and inputs together); one of them is enough' });
  } else if (differ(inSpec.id?.toLowerCase(), inInputs.id?.toLowerCase()) || differ(inSpec.name, inInputs.name)) {
    report({ path, message: 'differs between the spec and the input' });
  }
  const tags = spec.project?.tags ?? {};
  const problem = tagsProblem(tags, Object.keys(ownership).length);
  if (problem) report({ path: ['project', 'tags'], message: problem });
  if (id !== undefined) return { id: id.toLowerCase() };
  if (name === undefined) return undefined;
  return { name, organization: spec.organization ?? context.defaults.organization, tags };
}

/** What is said where nothing names the project. */
export const NO_PROJECT = 'names no project: give project-id or project-name, or project: { name: … } in the spec';

/** How a project is named: by id or by name. */
interface Naming {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

/** Names in Atlas, in order: those that are left out come from the environment. */
function clusterNames(spec: SpecDocument, { context, report }: Resolving): readonly string[] {
  let ordinal = 0;
  return (spec.clusters ?? []).map(({ name }, index) => {
    if (name !== undefined) return name;
    if (context.environment) return derivedName(context, context.environment, ordinal++);
    report({ path: ['clusters', index], message: 'needs a name: there is no environment to derive one from' });
    return `cluster-${index}`;
  });
}
