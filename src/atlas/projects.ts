import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import { operation } from './operation.ts';
import { optionalNumber, optionalText, tagList, tagRecord } from './optional.ts';
import { listAll, pageOf } from './pagination.ts';

/** A project ("group" in the API). */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly clusterCount: number;
  readonly orgId: string | undefined;
  /** ISO 8601. */
  readonly created: string | undefined;
}

const project: z.ZodType<Project> = z.object({
  id: z.string(),
  name: z.string(),
  tags: tagRecord,
  clusterCount: optionalNumber.transform((count) => count ?? 0),
  orgId: optionalText,
  created: optionalText,
});

const get = operation({
  method: 'GET',
  path: '/groups/{groupId}',
  version: '2023-01-01',
  task: 'read the project {groupId}',
  role: 'Project Read Only',
  answer: project,
});

const create = operation({
  method: 'POST',
  path: '/groups',
  version: '2023-01-01',
  task: 'create a project',
  role: 'Organization Project Creator',
  answer: project,
});

const update = operation({
  method: 'PATCH',
  path: '/groups/{groupId}',
  version: '2023-01-01',
  task: 'update the project {groupId}',
  role: 'Project Owner',
  answer: project,
});

const remove = operation({
  method: 'DELETE',
  path: '/groups/{groupId}',
  version: '2023-01-01',
  task: 'delete the project {groupId}',
  role: 'Project Owner',
  answer: z.unknown(),
});

const listOrganizations = operation({
  method: 'GET',
  path: '/orgs',
  version: '2023-01-01',
  task: 'list the organizations',
  role: 'Organization Member',
  answer: pageOf(z.object({ id: z.string(), name: z.string() })),
});

const getByName = operation({
  method: 'GET',
  path: '/groups/byName/{groupName}',
  version: '2023-01-01',
  task: 'find the project "{groupName}"',
  role: 'Project Read Only',
  answer: project,
});

const list = operation({
  method: 'GET',
  path: '/groups',
  version: '2023-01-01',
  task: 'list the projects',
  role: 'Project Read Only',
  answer: pageOf(project),
});

/** Reads a project. */
export function getProject(client: AtlasClient, groupId: string): Promise<Project> {
  return client.call(get, { path: { groupId } });
}

/** Creates a project. The answer may be lost although it is made: look for the name before asking again. */
export function createProject(
  client: AtlasClient,
  request: { readonly name: string; readonly orgId: string; readonly tags: Readonly<Record<string, string>> },
): Promise<Project> {
  return client.call(create, { path: {}, body: { ...request, tags: tagList(request.tags) } });
}

/** Replaces the tags of a project. */
export function updateProjectTags(
  client: AtlasClient,
  groupId: string,
  tags: Readonly<Record<string, string>>,
): Promise<Project> {
  return client.call(update, { path: { groupId }, body: { tags: tagList(tags) } });
}

/** Asks Atlas to delete a project; 409 CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS lags behind the end of its last cluster. */
export async function deleteProject(client: AtlasClient, groupId: string): Promise<void> {
  await client.call(remove, { path: { groupId } });
}

/** All organizations that the credentials see. */
export function listAllOrganizations(
  client: AtlasClient,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return listAll(client, listOrganizations, { path: {} });
}

/** Finds a project by its exact name. */
export function getProjectByName(client: AtlasClient, groupName: string): Promise<Project> {
  return client.call(getByName, { path: { groupName } });
}

/** All projects that the credentials see. */
export function listProjects(client: AtlasClient): Promise<readonly Project[]> {
  return listAll(client, list, { path: {} });
}
