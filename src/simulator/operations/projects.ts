import type { Reply } from '../answers.ts';
import { isAllowedInOrganization, sees } from '../authentication/roles.ts';
import { atlasError } from '../errors.ts';
import { objectBody, optionalFlag, optionalText, requiredText } from '../fields.ts';
import { pageOf } from '../paging.ts';
import { lowerAlphanumerics } from '../random.ts';
import { readTags } from '../tags.ts';
import { clustersOf } from '../world/cluster-lifecycle.ts';
import { isShown } from '../world/snapshots.ts';
import type { Project, World } from '../world/types.ts';
import { type Call, type Operation, onlyVersion, parameter } from './operation.ts';
import { projectListView, projectView } from './project-view.ts';

const common = { versions: onlyVersion('2023-01-01'), bucket: 'projects' } as const;

/** Projects, which the API calls groups. */
export const projectOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'listGroups',
    method: 'GET',
    path: '/api/atlas/v2/groups',
    roles: [],
    javaMethod: 'ApiAtlasGroupsResource::getAllGroups',
    handle: (call) =>
      pageOf(
        call,
        call.world.projects.filter((project) => sees(call.caller, project)),
        (project) => projectListView(call, project),
      ),
  },
  {
    ...common,
    operationId: 'createGroup',
    method: 'POST',
    path: '/api/atlas/v2/groups',
    roles: [],
    javaMethod: 'ApiAtlasGroupsResource::addGroup',
    handle: createProject,
  },
  {
    ...common,
    operationId: 'getGroup',
    method: 'GET',
    path: '/api/atlas/v2/groups/{groupId}',
    roles: ['Project Read Only'],
    javaMethod: 'ApiAtlasGroupsResource::getGroup',
    handle: (call) => ({ status: 200, body: projectView(call, call.project()) }),
  },
  {
    ...common,
    operationId: 'getGroupByName',
    method: 'GET',
    path: '/api/atlas/v2/groups/byName/{groupName}',
    roles: [],
    javaMethod: 'ApiAtlasGroupsResource::getGroupByName',
    handle: (call) => {
      const name = parameter(call, 'groupName');
      const project = call.world.projects.find((known) => known.name === name && known.orgId === call.caller.orgId);
      if (project === undefined) throw atlasError('GROUP_NAME_NOT_FOUND', name);
      if (!sees(call.caller, project)) throw atlasError('NOT_IN_GROUP');
      return { status: 200, body: projectView(call, project) };
    },
  },
  {
    ...common,
    operationId: 'updateGroup',
    method: 'PATCH',
    path: '/api/atlas/v2/groups/{groupId}',
    roles: ['Project Owner'],
    javaMethod: 'ApiAtlasGroupsResource::patchGroup',
    handle: updateProject,
  },
  {
    ...common,
    operationId: 'deleteGroup',
    method: 'DELETE',
    path: '/api/atlas/v2/groups/{groupId}',
    roles: ['Project Owner'],
    javaMethod: 'ApiAtlasGroupsResource::deleteGroup',
    handle: deleteProject,
  },
];

const mostProjects = 250;

function createProject(call: Call): Reply {
  const { world, caller } = call;
  const body = objectBody(call.body);
  const orgId = requiredText(body, 'orgId');
  const name = checkedName(world, requiredText(body, 'name'), orgId);
  if (!world.organizations.some(({ id }) => id === orgId)) throw atlasError('ORG_NOT_FOUND', orgId);
  if (!isAllowedInOrganization(caller, orgId, ['Organization Project Creator'])) {
    throw atlasError('NOT_ORG_GROUP_CREATOR', orgId);
  }
  if (world.projects.filter((known) => known.orgId === orgId).length >= mostProjects) {
    throw atlasError('MAX_GROUPS_PER_ORG_EXCEEDED', String(mostProjects), orgId);
  }
  const tags = readTags(body);
  const project: Project = {
    id: world.newId(),
    orgId,
    name,
    createdAt: call.now,
    tags: tags ?? [],
    withDefaultAlertsSettings: optionalFlag(body, 'withDefaultAlertsSettings') ?? true,
    hostSuffix: `${world.random.characters(lowerAlphanumerics, 6)}.mongodb.net`,
    closableAt: 0,
    peered: false,
    customRoles: [],
  };
  world.projects.push(project);
  // Whoever creates a project owns it.
  caller.roles = [...caller.roles, { role: 'Project Owner', projectId: project.id }];
  const { tags: shown, ...view } = projectView(call, project);
  return {
    status: 201,
    body: tags === undefined ? view : { ...view, tags: shown },
    headers: { Location: `${call.origin}//api/atlas/v1.0` },
  };
}

function updateProject(call: Call): Reply {
  const body = objectBody(call.body);
  const project = call.project();
  const name = optionalText(body, 'name');
  if (name !== undefined && name !== project.name) project.name = checkedName(call.world, name, project.orgId);
  project.tags = readTags(body) ?? project.tags;
  return { status: 200, body: projectView(call, project) };
}

function deleteProject({ world, now, project }: Call): Reply {
  const { id, closableAt, compliance } = project();
  const keepsSnapshots = world.snapshots.some((snapshot) => snapshot.groupId === id && isShown(snapshot, now));
  if (compliance !== undefined && keepsSnapshots)
    throw atlasError('CANNOT_CLOSE_GROUP_ACTIVE_BACKUP_COMPLIANCE_POLICY');
  if (clustersOf(world, id).length > 0 || now < closableAt) {
    throw atlasError('CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS');
  }
  world.projects.splice(world.projects.indexOf(project()), 1);
  return { status: 202, body: {} };
}

function checkedName(world: World, name: string, orgId: string): string {
  if (!/^[\p{L}\p{N}\-_.(),:&@+' ]{1,64}$/u.test(name)) throw atlasError('INVALID_GROUP_NAME', name);
  const isTaken = world.projects.some((project) => project.name === name && project.orgId === orgId);
  if (isTaken) throw atlasError('GROUP_ALREADY_EXISTS', name);
  return name;
}
