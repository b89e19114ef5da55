import { openListeningStage } from './listening-stage.ts';
import { peakMegabytesIn, tellsItsPeak } from './peak-memory.ts';
import { seedEnvironment } from './seed-environment.ts';

const PROJECTS = 40;
const CLUSTERS_EACH = 25;
const EXPIRED_EACH = 20;

/** What a nightly sweep of a thousand clusters costs, through the bundle, with an Atlas that answers at once. */
export async function measureSweep() {
  await using stage = await openListeningStage({}, { speed: 1 });
  const { atlas, url } = stage;
  for (let index = 0; index < PROJECTS; index++) {
    const project = atlas.seedProject({ name: `project-${index}` });
    for (let number = 0; number < CLUSTERS_EACH; number++) {
      const place = { project, repository: 'octo/shop', address: `198.51.100.${number}` };
      const tier = number % 5 === 0 ? 'M10' : 'FLEX';
      seedEnvironment(atlas, `branch-${number}`, { ...place, tier, expiresIn: number < EXPIRED_EACH ? -9 : 9 });
    }
  }
  const owner = atlas.seedServiceAccount({ roles: ['Organization Owner'] });
  const inputs = {
    ...{ 'base-url': url, organization: 'Acme', 'client-id': owner.clientId, 'client-secret': owner.secret },
    'dry-run': 'false',
  };
  const { main } = await stage.run({ action: 'sweep', inputs }, { preload: [tellsItsPeak] });
  if (main.exitCode !== 0) throw new Error(main.log);
  return {
    what: `${PROJECTS * CLUSTERS_EACH} clusters in ${PROJECTS} projects`,
    deleted: Number(main.outputs.count),
    requests: stage.calls().length,
    seconds: main.durationMs / 1_000,
    peakMegabytes: peakMegabytesIn(main.rawStderr),
  };
}
