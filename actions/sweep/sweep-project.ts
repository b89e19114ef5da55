import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import type { Project } from '../../src/atlas/projects.ts';
import { type Findings, nameOf } from './findings.ts';
import { notePassedOver } from './passed-over.ts';
import { removeOne } from './remove-one.ts';
import { findingOf, type Sweep, see, type Work } from './work.ts';

/**
 * Removes from one project what is over, and tells all of it to `findings`: one request after the other, each resting on what
 * was read within the last seconds. Resolves to the clusters whose end is worth waiting for.
 */
export async function sweepProject(
  client: AtlasClient,
  project: Project,
  { sweep, findings }: { sweep: Sweep; findings: Findings },
): Promise<readonly Cluster[]> {
  const first = await see(client, project, { sweep });
  notePassedOver(first.view, sweep.rules, findings.passedOver);
  const state = { kept: [], going: [], opened: new Set<string>(), held: new Set<string>(), isCutOff: false };
  const work: Work = { client, project, sweep, findings, first, scene: first, ...state };
  const { doomed, kept } = first.plan;
  if (doomed.length + kept.length > 0)
    sweep.log.info(`Project "${project.name}": ${doomed.length} to go, ${kept.length} to stay.`);
  for (const one of doomed) {
    sweep.log.info(`- ${one.thing.kind} ${nameOf(one.thing)}: ${one.why}`);
    if (sweep.dryRun) findings.deleted.push(findingOf(work, one));
    else if (work.isCutOff) findings.failed.push(findingOf(work, { ...one, why: NOT_TRIED }));
    else if (one.thing.kind === 'cluster' && work.held.has(one.owner))
      work.kept.push({ ...one, why: `${one.why}, but ${HELD}` });
    else await removeOne(work, one);
  }
  const stays = [...work.scene.plan.kept, ...work.kept];
  findings.kept.set(
    project.id,
    stays.map((one) => findingOf(work, one)),
  );
  const { view, plan } = work.scene;
  const alreadyGoing = view.clusters.filter(({ stateName }) => stateName === 'DELETING');
  return plan.isEmptying ? [...work.going, ...alreadyGoing] : work.going;
}

/** A cluster's tags lead to what belongs to it: were it gone, the next run would find none of that. */
const HELD = 'not all that belongs to it could be deleted: the next run tries again';
const NOT_TRIED = 'was not tried: Atlas could not be reached just before';
