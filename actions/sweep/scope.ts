import type { AtlasClient } from '../../src/atlas/client.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import {
  getProject,
  getProjectByName,
  listAllOrganizations,
  listProjects,
  type Project,
} from '../../src/atlas/projects.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import { hasSameName, isOnSameServer, isSameRepository, type Repository } from '../../src/environment/repository.ts';
import { explainRefusal, unknownNames } from '../explain.ts';
import { formatCount } from '../format.ts';
import type { sweep as definition } from './action.ts';

type Inputs = InputsOf<typeof definition>;

/** Where is to be swept. */
export interface Scope {
  readonly projects: readonly Project[];
  /** One project, which the author named, is looked at whole; those of an organization only as far as they show a sign of the suite. */
  readonly isOneProject: boolean;
  /** For people: "organization "Acme" (3 projects)". */
  readonly words: string;
}

/**
 * Finds the project, or all projects of the organization that the credentials see. Undefined where there is no project of the name.
 */
export async function scopeOf(client: AtlasClient, inputs: Inputs): Promise<Scope | undefined> {
  if (inputs.organization !== undefined) return await scopeOfOrganization(client, inputs.organization);
  const { 'project-id': groupId, 'project-name': name = '' } = inputs;
  try {
    const project = await (groupId === undefined ? getProjectByName(client, name) : getProject(client, groupId));
    return { projects: [project], isOneProject: true, words: `project "${project.name}"` };
  } catch (error) {
    // A name may be that of a project which sweep itself has removed, as the last of an environment; an id is rather a mistake.
    if (groupId === undefined && error instanceof AtlasError && isMissing.has(error.code ?? '')) return undefined;
    const address = { groupId: groupId ?? '', clusterName: '' };
    throw await explainRefusal(error, client, { address, explanations: unknownNames });
  }
}

const isMissing: ReadonlySet<string> = new Set(['GROUP_NOT_FOUND', 'GROUP_NAME_NOT_FOUND']);

async function scopeOfOrganization(client: AtlasClient, wanted: string): Promise<Scope> {
  const organizations = await listAllOrganizations(client);
  const matching = organizations.filter(({ id, name }) => id === wanted || name === wanted);
  const [organization] = matching;
  if (!organization || matching.length > 1) {
    const shown = organizations.map(({ id, name }) => `"${name}" (${id})`).join(', ') || 'none';
    throw new Error(
      `There is ${organization ? 'more than one' : 'no'} organization "${wanted}". The credentials see ${shown}; give the id.`,
    );
  }
  const all = await listProjects(client);
  // Credentials may see projects of other organizations, too.
  const projects = all.filter(({ orgId }) => orgId === organization.id);
  return {
    projects,
    isOneProject: false,
    words: `organization "${organization.name}" (${formatCount(projects.length, 'project')})`,
  };
}

/**
 * Whether a repository's environments are to be looked at. The own one is told by its id, whatever it was called; others by the
 * name that the author gives, as long as they are on the same server.
 */
export function repositoriesOf(
  given: readonly string[] | undefined,
  own: Repository,
): (repository: Repository) => boolean {
  const wanted = (given ?? [own.repository]).map((repository) => repository.toLowerCase());
  const isNamed = (name: string) => wanted.includes(name.toLowerCase());
  const isOfOwner = (name: string) =>
    wanted.some((one) => one.endsWith('/*') && name.toLowerCase().startsWith(one.slice(0, -1)));
  return (other) => {
    const isOwn = isSameRepository(other, own);
    const name = isOwn ? own.repository : other.repository;
    // One that has the own name, and is not the own one, had that name before.
    const isFormer = !isOwn && hasSameName(other, own);
    return isOnSameServer(other, own) && ((isNamed(name) && !isFormer) || isOfOwner(name));
  };
}
