import { findCluster } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import {
  getProject,
  getProjectByName,
  listAllOrganizations,
  listProjects,
  type Project,
} from '../../src/atlas/projects.ts';
import { lacksRights } from '../../src/atlas/rights.ts';
import { unknownNames } from '../explain.ts';
import { formatCount } from '../format.ts';
import { type Check, type Finding, failed, findingOf, ok, unknown } from './check.ts';

/** What is asked for by name or id. */
export interface Named {
  readonly projectId: string | undefined;
  readonly projectName: string | undefined;
  readonly clusterName: string | undefined;
}

/** Who asks, and what it needs in the project. */
export interface NamedCaller {
  /** "service account" or "API key". */
  readonly kind: string;
  /** The least roles for what it is to do in any case. */
  readonly roles: readonly string[];
}

/** What of it these credentials see. */
export interface Sight {
  readonly checks: readonly Check[];
  readonly groupId: string | undefined;
  readonly cluster: Cluster | undefined;
}

/** Looks at organizations, projects, and the project and the cluster that are named. */
export async function lookAround(client: AtlasClient, named: Named, caller: NamedCaller): Promise<Sight> {
  const [organizations, projects, project] = await Promise.all([
    attempt(client, () => listAllOrganizations(client)),
    attempt(client, () => listProjects(client)),
    findProject(client, named),
  ]);
  const checks = [
    // No action needs it: it says where one is.
    checkOf('organization', namesIn(organizations, 'organization')),
    checkOf('projects', projectsIn(projects)),
  ];
  const known = 'found' in projects ? projects.found : undefined;
  if (!project) return { checks, groupId: undefined, cluster: undefined };
  checks.push(checkOf('project', projectFinding(project, { named, known, caller })));
  const groupId = 'found' in project ? project.found.id : idAllTheSame(project, named);
  if (groupId === undefined || named.clusterName === undefined) return { checks, groupId, cluster: undefined };
  const { cluster, finding } = await lookAtCluster(client, { groupId, clusterName: named.clusterName });
  if (finding) checks.push(checkOf('cluster', finding));
  return { checks, groupId, cluster };
}

/** What was found, or how it went wrong. */
type Attempt<Found> = { readonly found: Found } | { readonly finding: Finding; readonly error: unknown };

async function attempt<Found>(client: AtlasClient, question: () => Promise<Found>): Promise<Attempt<Found>> {
  try {
    return { found: await question() };
  } catch (error) {
    const finding = findingOf(error);
    if (!finding || client.signal.aborted) throw error;
    return { finding, error };
  }
}

async function findProject(client: AtlasClient, named: Named): Promise<Attempt<Project> | undefined> {
  const { projectId, projectName } = named;
  if (projectId !== undefined) return await attempt(client, () => getProject(client, projectId));
  if (projectName !== undefined) return await attempt(client, () => getProjectByName(client, projectName));
  return undefined;
}

const SHOWN = 5;

function namesIn(attempt: Attempt<readonly { readonly name: string; readonly id: string }[]>, what: string): Finding {
  if ('finding' in attempt) return unknown(attempt.finding.detail, attempt.finding.fix);
  const { found } = attempt;
  if (found.length === 0) return unknown(`These credentials see no ${what}.`);
  const shown = found.slice(0, SHOWN).map(({ name, id }) => `"${name}" (${id})`);
  return ok(`${formatCount(found.length, what)}: ${shown.join(', ')}${found.length > SHOWN ? ' …' : ''}.`);
}

/** Who sees no project can do nothing. */
function projectsIn(attempt: Attempt<readonly Project[]>): Finding {
  const isNone = 'found' in attempt && attempt.found.length === 0;
  return isNone
    ? failed(
        'These credentials see no project at all.',
        'Invite them to the project in Atlas: Project › Access Manager.',
      )
    : namesIn(attempt, 'project');
}

function projectFinding(
  project: Attempt<Project>,
  { named, known, caller }: { named: Named; known: readonly Project[] | undefined; caller: NamedCaller },
): Finding {
  if ('found' in project) return ok(`"${project.found.name}" (${project.found.id}) can be read.`);
  const { projectId, projectName } = named;
  const isListed = known?.some(({ id, name }) => id === projectId || name === projectName) ?? true;
  if (isListed || !lacksRights(project.error)) return unlessRights(project);
  const which = projectId ?? `"${projectName}"`;
  const roles = caller.roles.map((role) => `"${role}"`).join(', ');
  return failed(
    `The ${caller.kind} has no role in project ${which}: it is not among the projects that Atlas lists for it. ${project.finding.detail}`,
    `Give it ${roles === '' ? 'a role' : `the ${caller.roles.length === 1 ? 'role' : 'roles'} ${roles}`} in that project: Atlas, Project › Access Manager. Or check ${projectId === undefined ? 'project-name' : 'project-id'}.`,
  );
}

async function lookAtCluster(
  client: AtlasClient,
  address: { readonly groupId: string; readonly clusterName: string },
): Promise<{ cluster: Cluster | undefined; finding: Finding | undefined }> {
  const attempted = await attempt(client, () => findCluster(client, address));
  if ('finding' in attempted) return { cluster: undefined, finding: unlessRights(attempted) };
  if (attempted.found) return { cluster: attempted.found, finding: undefined };
  const nearest = await attempt(client, async () => await unknownNames.CLUSTER_NOT_FOUND?.(client, address));
  const fix = ('found' in nearest ? nearest.found : undefined) ?? 'Check cluster-name.';
  return {
    cluster: undefined,
    finding: failed(`There is no cluster "${address.clusterName}" in project ${address.groupId}.`, fix),
  };
}

/** A role may be enough for its own work, and not to look around. */
function idAllTheSame({ error }: { readonly error: unknown }, { projectId }: Named): string | undefined {
  return lacksRights(error) ? projectId : undefined;
}

/** What cannot be looked at for want of a role need not be missing. */
function unlessRights({ error, finding }: { readonly error: unknown; readonly finding: Finding }): Finding {
  return lacksRights(error) ? unknown(finding.detail, finding.fix) : finding;
}

function checkOf(check: string, finding: Finding): Check {
  return { check, for: [], ...finding };
}
