import type { Project } from '../../src/atlas/projects.ts';
import { hasSameName, type Repository, shownRepository } from '../../src/environment/repository.ts';
import { type Tags, taggedEnvironment, taggedRepository, tagNames } from '../../src/environment/tags.ts';
import { formatCount } from '../format.ts';
import type { Rules } from './verdict.ts';
import type { View } from './view.ts';

/** What a sweep saw of the suite's, and did not look at further. */
export interface PassedOver {
  /** By repository: its environments, and the names of the projects that hold them. */
  readonly repositories: Map<string, OfRepository>;
  /** What nobody can tell the owner of, in words. */
  readonly unclear: Set<string>;
}

interface OfRepository {
  readonly repository: Repository;
  readonly environments: Set<string>;
  readonly projects: Set<string>;
}

/** Starts with nothing. */
export function noPassedOver(): PassedOver {
  return { repositories: new Map(), unclear: new Set() };
}

/** Notes what of a project is of repositories that are not swept. */
export function notePassedOver(
  { project, clusters }: Pick<View, 'project' | 'clusters'>,
  { selects }: Pick<Rules, 'selects'>,
  passedOver: PassedOver,
): void {
  noteOne(project.tags, { project, what: `project "${project.name}"` });
  for (const { name, tags } of clusters)
    noteOne(tags, { project, what: `cluster "${name}" in project "${project.name}"` });

  function noteOne(tags: Tags, { project: { name }, what }: { project: Project; what: string }): void {
    if (tags[tagNames.repository] !== undefined && !taggedRepository(tags)) passedOver.unclear.add(what);
    const environment = taggedEnvironment(tags);
    if (!environment || selects(environment)) return;
    const { repository, repositoryId, tag } = environment;
    const key = repositoryId ?? repository.toLowerCase();
    const known = passedOver.repositories.get(key);
    const one = known ?? { repository: environment, environments: new Set(), projects: new Set() };
    one.environments.add(tag);
    one.projects.add(name);
    passedOver.repositories.set(key, one);
  }
}

const MOST_PROJECTS = 3;

/** One line for each repository, and for each thing that nobody can tell the owner of. */
export function passedOverLines({ repositories, unclear }: PassedOver, own: Repository): readonly string[] {
  const ofRepositories = [...repositories.values()].map(({ repository, environments, projects }) => {
    const names = [...projects].slice(0, MOST_PROJECTS).map((name) => `"${name}"`);
    const more = projects.size > MOST_PROJECTS ? ` and ${projects.size - MOST_PROJECTS} more` : '';
    const where = `${formatCount(environments.size, 'environment')} in ${names.length === 1 ? 'project' : 'projects'} ${names.join(', ')}${more}`;
    const whose = hasSameName(repository, own)
      ? `another repository that had the name ${shownRepository(repository)}; this one is ${shownRepository(own)}`
      : shownRepository(repository);
    return `Left in place: ${where} of ${whose}. The input repositories decides whose environments are swept.`;
  });
  const ofNobody = [...unclear].map(
    (what) => `Left in place: ${what}, whose gha- tags do not tell one owner. Correct them in Atlas.`,
  );
  return [...ofRepositories, ...ofNobody];
}
