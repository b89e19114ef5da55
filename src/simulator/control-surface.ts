import { timestamp } from './clock.ts';
import type { Parts } from './exchange.ts';
import { type Fault, faultKinds } from './faults.ts';
import { isJsonObject, type Json } from './json.ts';
import { stateOf } from './world/cluster-lifecycle.ts';

/**
 * A surface beside Atlas's own, for processes that only have the URL:
 *
 *     POST   /__simulator/faults    arm a fault; `path` may be { "pattern": "regular expression" }
 *     DELETE /__simulator/faults    disarm all
 *     GET    /__simulator/requests  what arrived
 *     GET    /__simulator/state     time, projects, clusters, users, access list and snapshots in short
 */
const prefix = '/__simulator/';

/** Tells whether a request is for this surface and not for Atlas. */
export function isControlPath(target: string): boolean {
  return target.startsWith(prefix);
}

interface ControlRequest {
  readonly method: string;
  readonly target: string;
  readonly body: string;
}

/** Answers a request for the control surface; none of them is recorded, authenticated or spoiled. */
export function answerControl(
  parts: Parts,
  request: ControlRequest,
): { readonly status: number; readonly body: string } {
  const [path = ''] = request.target.slice(prefix.length).split('?');
  const handler = handlers[`${request.method} ${path}`];
  if (handler === undefined)
    return { status: 404, body: JSON.stringify({ error: `no ${request.method} ${path} here` }) };
  try {
    return { status: 200, body: JSON.stringify(handler(parts, request.body), null, 2) };
  } catch (error) {
    return { status: 400, body: JSON.stringify({ error: error instanceof Error ? error.message : String(error) }) };
  }
}

const handlers: Readonly<Record<string, (parts: Parts, body: string) => unknown>> = {
  'POST faults': ({ faults }, body) => {
    faults.add(readFault(JSON.parse(body)));
    return { armed: faults.armed.length };
  },
  'DELETE faults': ({ faults }) => {
    faults.clear();
    return { armed: 0 };
  },
  'GET requests': ({ requests }) => requests,
  'GET state': ({ world }) => ({
    now: timestamp(world.clock.now()),
    organizations: world.organizations,
    projects: world.projects.map(({ id, name, orgId, tags }) => ({ id, name, orgId, tags })),
    clusters: world.clusters
      .filter(({ goneAt }) => goneAt === undefined || goneAt > world.clock.now())
      .map((cluster) => ({
        id: cluster.id,
        groupId: cluster.groupId,
        name: cluster.name,
        tier: cluster.tier,
        state: stateOf(cluster, world.clock.now()),
        tags: cluster.settings.tags,
      })),
    databaseUsers: world.databaseUsers.map(({ passwordHash: _, ...user }) => user),
    accessEntries: world.accessEntries.filter(({ deletedAt }) => deletedAt === undefined),
    snapshots: world.snapshots.map(({ id, clusterName, description, ending, milestones, deleted = false }) => ({
      id,
      clusterName,
      description,
      ending,
      endsAt: timestamp(milestones.completed),
      deleted,
    })),
  }),
};

function readFault(value: Json): Fault {
  if (!isJsonObject(value)) throw new Error('A fault is a JSON object');
  const kind = faultKinds.find((known) => known === value.kind);
  if (kind === undefined) throw new Error(`A fault's kind is one of ${faultKinds.join(', ')}`);
  const match = isJsonObject(value.match) ? value.match : {};
  const path = isJsonObject(match.path) ? new RegExp(String(match.path.pattern)) : match.path;
  // The rest has the shape of Fault by agreement: this door is for our own tests, who would see a mistake at once.
  return { ...value, kind, match: { ...match, ...(path === undefined ? {} : { path }) } } as Fault;
}
