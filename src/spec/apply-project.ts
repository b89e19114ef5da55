import type { AtlasClient } from '../atlas/client.ts';
import { changeSafely, createOnce } from '../atlas/create-once.ts';
import { createProject, listAllOrganizations, updateProjectTags } from '../atlas/projects.ts';
import type { ActualProject } from './actual.ts';
import type { DesiredProject, DesiredState } from './desired.ts';
import type { PlanStep } from './plan.ts';
import { findProject } from './read.ts';

export interface AppliedProject {
  readonly project: ActualProject;
  /** This step made it. */
  readonly isCreated: boolean;
}

/** Makes the project what the plan says. A race with another job that makes the same one ends in adoption. */
export async function applyProject(
  client: AtlasClient,
  { desired, existing, step }: { desired: DesiredState; existing: ActualProject | undefined; step: PlanStep },
): Promise<AppliedProject> {
  const { project, ownership } = desired;
  if ('id' in project || existing) {
    if (!existing) throw new Error('The project of the spec is not there.');
    if (step.action !== 'update' || 'id' in project) return { project: existing, isCreated: false };
    const tags = { ...existing.tags, ...project.tags };
    return {
      project: await changeSafely(client, () => updateProjectTags(client, existing.id, tags)),
      isCreated: false,
    };
  }
  const orgId = await findOrganization(client, project);
  const request = { name: project.name, orgId, tags: { ...project.tags, ...ownership } };
  const { thing, isNew } = await createOnce<ActualProject>(client, {
    create: () => createProject(client, request),
    find: () => findProject(client, project),
    takenCodes: ['GROUP_ALREADY_EXISTS'],
    what: `project "${project.name}"`,
  });
  return { project: thing, isCreated: isNew };
}

/** The organization to create a project in: by id, by name, or the only one there is. */
async function findOrganization(
  client: AtlasClient,
  project: Extract<DesiredProject, { name: string }>,
): Promise<string> {
  const wanted = project.organization;
  if (wanted !== undefined && /^[0-9a-f]{24}$/.test(wanted)) return wanted;
  const organizations = await listAllOrganizations(client);
  const shown = organizations.map(({ id, name }) => `"${name}" (${id})`).join(', ') || 'none';
  const matching = organizations.filter(({ name }) => wanted === undefined || name === wanted);
  const [only] = matching;
  if (only && matching.length === 1) return only.id;
  throw new Error(
    wanted === undefined
      ? `Project "${project.name}" does not exist, and to create it organization must be given: the credentials see ${shown}.`
      : `Project "${project.name}" cannot be created: ${matching.length === 0 ? 'there is no' : 'there is more than one'} organization "${wanted}". The credentials see ${shown}; give the id.`,
  );
}
