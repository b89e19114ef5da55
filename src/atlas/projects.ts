import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import { operation } from './operation.ts';
import { listAll, pageOf } from './pagination.ts';

/** A project ("group" in the API). */
export interface Project {
  readonly id: string;
  readonly name: string;
}

const project = z.object({ id: z.string(), name: z.string() });

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

/** Finds a project by its exact name. */
export function getProjectByName(client: AtlasClient, groupName: string): Promise<Project> {
  return client.call(getByName, { path: { groupName } });
}

/** All projects that the credentials see. */
export function listProjects(client: AtlasClient): Promise<readonly Project[]> {
  return listAll(client, list, { path: {} });
}
