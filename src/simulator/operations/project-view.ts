import { timestamp } from '../clock.ts';
import type { JsonObject } from '../json.ts';
import { clustersOf } from '../world/cluster-lifecycle.ts';
import type { Project } from '../world/types.ts';
import { type Call, link } from './operation.ts';

const parts = ['containers', 'clusters', 'databaseUsers', 'peers', 'processes', 'whitelist'];

/** A project as the answer to a request for it alone. */
export function projectView(call: Call, project: Project): JsonObject {
  const links = parts.map((part) => link(call, `/groups/${project.id}/${part}`, `https://cloud.mongodb.com/${part}`));
  return { ...projectListView(call, project), links: [link(call, `/groups/${project.id}`), ...links] };
}

/** A project as an entry of a list, which has fewer links. */
export function projectListView(call: Call, project: Project): JsonObject {
  return {
    clusterCount: clustersOf(call.world, project.id).length,
    created: timestamp(project.createdAt),
    id: project.id,
    links: [link(call, `/groups/${project.id}`)],
    name: project.name,
    orgId: project.orgId,
    tags: project.tags.map(({ key, value }) => ({ key, value })),
    withDefaultAlertsSettings: project.withDefaultAlertsSettings,
  };
}
