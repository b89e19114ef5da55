import { drawCollectionRestore } from '../durations.ts';
import { catalogueAt, changeData } from './cluster-data.ts';
import type { CollectionRestoreJob, CollectionWishes, RestoredCollection } from './collection-restore-types.ts';
import { described } from './restore-effects.ts';
import { endOf, takeRestoreScript } from './restore-script.ts';
import type { RestoreScript } from './restore-types.ts';
import { planCollections, restoredData } from './restored-collections.ts';
import type { Catalogue, Cluster, World } from './types.ts';

/** A collection restore that somebody may have and asks for. */
export interface CollectionRestorePlan {
  readonly cluster: Cluster;
  readonly from: CollectionRestoreJob['from'];
  /** What the backup holds. */
  readonly catalogue: Catalogue;
  readonly target: Cluster;
  readonly wishes: CollectionWishes;
}

/** Starts a collection restore; all that will happen to it is settled now and shown when its time comes. */
export function startCollectionRestore(world: World, plan: CollectionRestorePlan): CollectionRestoreJob {
  const { cluster, from, catalogue, target, wishes } = plan;
  const now = world.clock.now();
  const script = takeRestoreScript(world, { kind: 'collections', cluster, target }) ?? {};
  const { initializing, copying, finalizing } = drawCollectionRestore(world, script.afterSeconds);
  const times = { copiesFrom: now + initializing, copiedAt: now + initializing + copying };
  const collections = planCollections({
    wishes,
    source: catalogue,
    target: catalogueAt(target, now),
    requestedAt: now,
    script: script.collections ?? {},
    ...times,
  });
  const drawn = initializing + copying + finalizing;
  const { ending, endsAt } = endOf(script, { now, drawn, speed: world.speed });
  const job: CollectionRestoreJob = {
    id: world.newId(),
    groupId: cluster.groupId,
    clusterId: cluster.id,
    clusterName: cluster.name,
    wishes,
    from,
    target: described(target),
    collections,
    requestedAt: now,
    ...times,
    endsAt,
    ...outcome(script, { ending, collections }),
  };
  world.collectionRestoreJobs.push(job);
  // What it replaces stays until then: a job that fails is rolled back.
  if (job.ending === 'finished') {
    changeData(target, { at: endsAt, how: 'some', databases: restoredData(collections) });
  }
  return job;
}

/** The collection restores of a cluster's backups that the API shows, oldest first. */
export function collectionRestoreJobsOf(world: World, cluster: Cluster): readonly CollectionRestoreJob[] {
  const now = world.clock.now();
  return world.collectionRestoreJobs.filter(
    ({ clusterId, ending, endsAt }) => clusterId === cluster.id && !(ending === 'vanished' && endsAt <= now),
  );
}

type Outcome = Pick<CollectionRestoreJob, 'ending' | 'errorMessage'>;

/** One collection that fails, or is not there, fails the whole job; those that are not supported are left out. */
function outcome(
  script: RestoreScript,
  { ending, collections }: Pick<CollectionRestoreJob, 'ending'> & { collections: readonly RestoredCollection[] },
): Outcome {
  const broken = collections.find(({ fate }) => fate === 'missing' || fate === 'failing');
  const end = ending === 'finished' && broken !== undefined ? 'failed' : ending;
  const said = script.collections?.errorMessage ?? messageOf(end, broken);
  return { ending: end, ...(said === undefined ? {} : { errorMessage: said }) };
}

function messageOf(ending: CollectionRestoreJob['ending'], broken: RestoredCollection | undefined): string | undefined {
  if (broken?.fate === 'missing') return `${broken.source}: collection was not found`;
  if (broken?.fate === 'failing') return `${broken.source}: collection could not be restored`;
  if (ending === 'cancelled') return 'The restore was canceled.';
  return ending === 'failed' || ending === 'expired' ? 'The restore failed.' : undefined;
}
