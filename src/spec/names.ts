import { tagNames } from '../environment/tags.ts';

/** Atlas makes host names of the first 23 characters of a cluster's name. */
const HOST_LENGTH = 23;

/** What stands against a cluster's name, beyond its letters; undefined if nothing does. */
export function clusterNameProblem(name: string): string | undefined {
  if (/^atlas-[a-z0-9]{6}$/.test(name)) return 'is reserved by Atlas, as every atlas-xxxxxx';
  if (name.endsWith('-') && name.length <= HOST_LENGTH)
    return 'ends in a hyphen, which Atlas cannot make a host name of';
  if (name.length > HOST_LENGTH && name[HOST_LENGTH - 1] === '-') {
    return `has a hyphen as its ${HOST_LENGTH}rd character, where Atlas ends the host name; shorten or change it`;
  }
  return undefined;
}

/** The part of a cluster's name that must be the only one of its kind in a project. */
export function hostLabel(name: string): string {
  return name.slice(0, HOST_LENGTH).toLowerCase();
}

const reserved = /^gha-/i;

/** What stands against a set of tags of an author; undefined if nothing does. `taken` are those that the suite adds. */
export function tagsProblem(tags: Readonly<Record<string, string>>, taken: number): string | undefined {
  const keys = Object.keys(tags);
  const ours = keys.filter((key) => reserved.test(key));
  if (ours.length > 0) return `has ${ours.join(', ')}: names that begin with gha- belong to the suite`;
  if (keys.length + taken <= 50) return undefined;
  return `has ${keys.length} tags; Atlas takes 50, of which the suite needs ${taken} (${Object.values(tagNames).join(', ')})`;
}
