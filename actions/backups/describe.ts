import { INFINITE } from '../../src/atlas/cluster-answer.ts';
import { formatAge, formatBytes } from '../format.ts';
import { type ListedSnapshot, newestFirst } from '../listed-snapshots.ts';
import { noSuchSnapshot, parseSelector } from '../snapshot-selector.ts';
import { type Catalogue, catalogueRows, readCatalogue } from './catalogue.ts';
import { findMeant } from './find-snapshot.ts';
import { type SnapshotView, timeOf, viewOf } from './snapshot-view.ts';
import { type Subject, snapshotsOf } from './subject.ts';
import { atlasNow, type Report, type Work } from './work.ts';

/** One snapshot, with what it holds. */
export async function describe(work: Work): Promise<Report> {
  const { context, subject } = work;
  const snapshot = await findDescribed(work);
  const view = viewOf(snapshot);
  const hidden = whyHidden(snapshot, subject);
  const catalogue: Catalogue = hidden === undefined ? await readCatalogue(work, snapshot.id) : { unknown: hidden };
  context.log.info(`Snapshot ${view.id} of cluster "${subject.address.clusterName}" is ${view.status}.`);
  if ('unknown' in catalogue) context.log.notice(`What the snapshot holds is not known. ${catalogue.unknown}`);
  const rows = catalogueRows(catalogue);
  for (const [name, collections] of rows) context.log.info(`- ${name}: ${collections}`);
  return {
    result: { ...view, catalogue },
    count: 1,
    status: view.status,
    title: `Snapshot ${view.id}`,
    facts: factsOf(view, age(work, snapshot)),
    table: { head: ['Database', 'Collections'], rows },
    ...('unknown' in catalogue && { note: `What it holds is not known. ${catalogue.unknown}` }),
  };
}

/** Why Atlas has no catalogue of a snapshot, so that asking for it would only bring a refusal. */
function whyHidden({ isCompleted }: ListedSnapshot, { cluster }: Subject): string | undefined {
  if (!isCompleted) return 'Only a completed snapshot can be looked into.';
  if (cluster.tier === 'FLEX') return 'Atlas does not show what snapshots of Flex clusters contain.';
  // The catalogue came with restores of single collections, which Atlas Infinite does not have in its preview.
  if (cluster.edition === INFINITE) return 'Atlas does not show what snapshots of edition infinite contain.';
  return undefined;
}

/** By its id whatever its state is; by any other selector the newest one that is completed. */
async function findDescribed(work: Work): Promise<ListedSnapshot> {
  const { client, subject, inputs } = work;
  const selector = parseSelector(inputs.snapshot ?? '');
  const meant = newestFirst(await findMeant(work, selector));
  const found = selector.kind === 'id' ? meant[0] : meant.find(({ isCompleted }) => isCompleted);
  if (found) return found;
  const snapshots = await snapshotsOf(client, subject);
  throw new Error(noSuchSnapshot(snapshots, { selector, clusterName: subject.address.clusterName }));
}

function age(work: Work, snapshot: ListedSnapshot): string | undefined {
  const time = timeOf(snapshot);
  return time === undefined ? undefined : formatAge(atlasNow(work) - time);
}

function factsOf(view: SnapshotView, old: string | undefined): Report['facts'] {
  return [
    ['Status', view.status],
    ['Type', view.frequency ?? view.type],
    ['Data of', view.createdAt && `${view.createdAt} (${old} ago)`],
    ['Expires', view.expiresAt],
    ['Size', view.sizeBytes === undefined || view.status !== 'completed' ? undefined : formatBytes(view.sizeBytes)],
    ['MongoDB', view.mongodbVersion],
    ['Replica sets', view.replicaSets?.join(', ')],
    ['Run', view.runId],
    ['Description', view.description],
  ];
}
