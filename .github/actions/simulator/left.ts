/** What an action could leave behind in the simulated Atlas: clusters, database users, access entries and projects, by name. */
export async function left(url: string): Promise<readonly string[]> {
  const response = await fetch(`${url}/__simulator/state`);
  // The simulator's overview: lists of things, of which these four are enough.
  const state = (await response.json()) as Record<string, readonly Record<string, unknown>[]>;
  const names = { projects: 'name', clusters: 'name', databaseUsers: 'username', accessEntries: 'entry' };
  return Object.entries(names).flatMap(([list, name]) => (state[list] ?? []).map((thing) => `${list} ${thing[name]}`));
}
