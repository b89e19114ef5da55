import { askAs, quietAtlas } from './ask.ts';

/** A project, and short ways to ask about its clusters. */
export function stage(options: Parameters<typeof quietAtlas>[0] = {}) {
  const { atlas, clock } = quietAtlas(options);
  const project = atlas.seedProject();
  const ask = askAs(atlas, atlas.seedServiceAccount());
  const clusters = `/groups/${project.id}/clusters`;
  const create = (body: object) => ask('POST', clusters, { body });
  const get = async (name: string) => (await ask('GET', `${clusters}/${name}`)).body;
  const patch = (name: string, body: object) => ask('PATCH', `${clusters}/${name}`, { body });
  const remove = (name: string) => ask('DELETE', `${clusters}/${name}`);
  return { atlas, clock, project, ask, clusters, create, get, patch, remove };
}
