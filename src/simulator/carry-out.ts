import { type AnswerContext, failure, success } from './answers.ts';
import { checkCallerAddress } from './authentication/authenticate.ts';
import type { Caller } from './authentication/credentials.ts';
import { isAllowedInOrganization, isAllowedInProject, readsWholeOrganization, sees } from './authentication/roles.ts';
import { bucketSizes, type Draft, rateLimited, rateLimitHeaders } from './buckets.ts';
import { AtlasError, atlasError } from './errors.ts';
import type { Parts } from './exchange.ts';
import type { Json } from './json.ts';
import type { Operation } from './operations/operation.ts';
import type { Route } from './routing.ts';
import { deprecationHeaders, negotiateVersion } from './versions.ts';
import type { Answer, Arrival } from './wire.ts';
import type { Project, World } from './world/types.ts';

interface Job {
  readonly parts: Parts;
  readonly arrival: Arrival;
  readonly context: AnswerContext;
  readonly path: string;
  readonly route: Route;
  readonly caller: Caller;
  readonly overlaps: boolean;
}

/** Does what an authenticated request asks for, after all the checks that come before. */
export function carryOut(job: Job): Answer {
  const { arrival, caller, route } = job;
  const { operation, parameters } = route;
  const { world } = job.parts;
  const headers: Record<string, string> = {};
  const context = { ...job.context, headers };
  try {
    checkCallerAddress(caller, arrival.address);
    const version = negotiateVersion(operation.versions, arrival.headers.get('accept'), context.now);
    Object.assign(headers, deprecationHeaders(version), javaMethod(operation, version.date));
    const project = findProject(world, caller, parameters.groupId);
    checkRoles(job, project);
    Object.assign(headers, spendToken(job, project));
    const reply = operation.handle({
      world,
      now: context.now,
      caller,
      version: version.date,
      parameters,
      query: context.query,
      body: parsedBody(arrival),
      origin: arrival.origin,
      path: job.path,
      overlaps: job.overlaps,
      project: () => {
        if (project === undefined) throw new Error(`${operation.operationId} has no project in its path`);
        return project;
      },
    });
    return success(context, { ...reply, version: version.date });
  } catch (error) {
    if (error instanceof AtlasError) return failure(context, error);
    throw error;
  }
}

function javaMethod({ javaMethod: name }: Operation, version: string): Record<string, string> {
  if (name === undefined) return {};
  return { 'X-Java-Method': typeof name === 'string' ? name : name(version) };
}

/** Finds the project of the path; what a caller may not see is told apart only to those who read a whole organization. */
function findProject(world: World, caller: Caller, groupId: string | undefined): Project | undefined {
  if (groupId === undefined) return undefined;
  if (!/^[0-9a-f]{24}$/.test(groupId)) throw atlasError('INVALID_GROUP_ID', groupId);
  const project = world.projects.find(({ id }) => id === groupId);
  if (project !== undefined && sees(caller, project)) return project;
  if (project === undefined && readsWholeOrganization(caller)) throw atlasError('GROUP_NOT_FOUND', groupId);
  throw atlasError('NOT_IN_GROUP');
}

function checkRoles({ route, caller, parts }: Job, project: Project | undefined): void {
  const { roles } = route.operation;
  if (roles.length === 0) return;
  const { orgId } = route.parameters;
  if (orgId !== undefined) {
    checkOrganization(parts.world, caller, { orgId, roles });
  } else if (project !== undefined && !isAllowedInProject(caller, project, roles)) {
    throw atlasError('USER_UNAUTHORIZED');
  }
}

function checkOrganization(
  world: World,
  caller: Caller,
  { orgId, roles }: { readonly orgId: string; readonly roles: readonly string[] },
): void {
  if (!/^[0-9a-f]{24}$/.test(orgId)) throw atlasError('INVALID_ORG_ID', orgId);
  if (!world.organizations.some(({ id }) => id === orgId)) throw atlasError('ORG_NOT_FOUND', orgId);
  if (caller.orgId !== orgId) throw atlasError('USER_CANNOT_ACCESS_ORG');
  // Every credential of an organization is a member of it.
  if (!roles.includes('Organization Member') && !isAllowedInOrganization(caller, orgId, roles)) {
    throw atlasError('USER_UNAUTHORIZED');
  }
}

function spendToken({ route, caller, parts, path }: Job, project: Project | undefined): Record<string, string> {
  const { bucket } = route.operation;
  if (bucket === undefined) return {};
  const scope = project?.id ?? route.parameters.orgId ?? caller.id;
  const draft: Draft = parts.buckets.take(bucket, scope, bucketSizes[bucket]);
  if (!draft.granted) throw rateLimited(path, draft);
  return rateLimitHeaders(draft);
}

function parsedBody({ body, headers, method }: Arrival): Json | undefined {
  if (body === '' || method === 'GET' || method === 'DELETE') return undefined;
  const contentType = headers.get('content-type') ?? '';
  if (!/^application\/(vnd\.atlas\.\d{4}-\d{2}-\d{2}\+)?json\b/.test(contentType)) {
    throw atlasError('UNSUPPORTED_MEDIA_TYPE', contentType);
  }
  try {
    return JSON.parse(body);
  } catch {
    throw atlasError('MALFORMED_JSON');
  }
}
