import leven from 'leven';

/** The names most like the one that was given, best first, without those that have little in common with it. */
export function nearestNames(given: string, known: readonly string[], most = 3): readonly string[] {
  const wanted = given.toLowerCase();
  return known
    .map((name) => ({ name, distance: distance(wanted, name.toLowerCase()) }))
    .filter(({ name, distance: far }) => far <= Math.max(2, Math.ceil(Math.max(given.length, name.length) / 2)))
    .sort((one, other) => one.distance - other.distance || one.name.localeCompare(other.name))
    .slice(0, most)
    .map(({ name }) => name);
}

/** A name that contains the other is as near as a typing error. */
function distance(one: string, other: string): number {
  return one.includes(other) || other.includes(one) ? 1 : leven(one, other);
}
