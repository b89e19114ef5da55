import { sees } from '../authentication/roles.ts';
import type { JsonObject } from '../json.ts';
import { pageOf } from '../paging.ts';
import type { Organization } from '../world/types.ts';
import { type Call, link, type Operation, onlyVersion, parameter } from './operation.ts';
import { projectListView } from './project-view.ts';

const versions = onlyVersion('2023-01-01');

/** Organizations, and the projects in one. */
export const organizationOperations: readonly Operation[] = [
  {
    operationId: 'listOrgs',
    method: 'GET',
    path: '/api/atlas/v2/orgs',
    versions,
    roles: [],
    bucket: 'organizations',
    javaMethod: 'ApiOrganizationsResource::getAllOrgs',
    handle: (call) => {
      const name = (call.query.get('name') ?? '').toLowerCase();
      const mine = call.world.organizations.filter(({ id }) => id === call.caller.orgId);
      const named = mine.filter((organization) => organization.name.toLowerCase().startsWith(name));
      return pageOf(call, named, (organization) => organizationListView(call, organization));
    },
  },
  {
    operationId: 'getOrg',
    method: 'GET',
    path: '/api/atlas/v2/orgs/{orgId}',
    versions,
    roles: ['Organization Member'],
    bucket: 'organization',
    javaMethod: 'ApiOrganizationsResource::getOrg',
    handle: (call) => {
      const organization = call.world.organizations.find(({ id }) => id === parameter(call, 'orgId'));
      if (organization === undefined) throw new Error('The organization was checked before');
      return { status: 200, body: organizationView(call, organization) };
    },
  },
  {
    operationId: 'getOrgGroups',
    method: 'GET',
    path: '/api/atlas/v2/orgs/{orgId}/groups',
    versions,
    roles: ['Organization Member'],
    bucket: 'organization',
    javaMethod: 'ApiOrganizationsResource::getGroups',
    handle: (call) => {
      const name = (call.query.get('name') ?? '').toLowerCase();
      const projects = call.world.projects
        .filter((project) => project.orgId === parameter(call, 'orgId') && sees(call.caller, project))
        .filter((project) => project.name.toLowerCase().startsWith(name));
      return pageOf(call, projects, (project) => projectListView(call, project));
    },
  },
];

function organizationListView(call: Call, { id, name }: Organization): JsonObject {
  return { id, isDeleted: false, links: [link(call, `/orgs/${id}`)], name, skipDefaultAlertsSettings: false };
}

function organizationView(call: Call, organization: Organization): JsonObject {
  const self = `/orgs/${organization.id}`;
  const parts = ['groups', 'teams', 'users'];
  const links = parts.map((part) => link(call, `${self}/${part}`, `https://cloud.mongodb.com/${part}`));
  return { ...organizationListView(call, organization), links: [link(call, self), ...links] };
}
