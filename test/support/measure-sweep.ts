import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openListeningStage } from './listening-stage.ts';
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
  const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
  try {
    const peak = join(folder, 'peak');
    const step = { action: 'sweep', inputs };
    const { main } = await stage.run(step, { runnerEnv: { NODE_OPTIONS: writesItsPeakTo(peak) } });
    if (main.exitCode !== 0) throw new Error(main.log);
    const deleted = Number(main.outputs.count);
    return {
      deleted,
      requests: stage.calls().length,
      /** Organizations, projects; clusters and Flex clusters of each project, the stage's own too; users and entries where there is something of ours. */
      pagesOfLists: 2 + 2 * (PROJECTS + 1) + 2 * PROJECTS,
      seconds: main.durationMs / 1_000,
      peakMegabytes: Number(readFileSync(peak, 'utf8')) / 1_024,
      title: `Sweep of ${PROJECTS * CLUSTERS_EACH} clusters in ${PROJECTS} projects`,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An option of node that has a process write its peak memory, in kB, when it ends. */
function writesItsPeakTo(path: string): string {
  const code = `import { writeFileSync } from 'node:fs';
    process.on('exit', () => writeFileSync(${JSON.stringify(path)}, String(process.resourceUsage().maxRSS)));`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}
