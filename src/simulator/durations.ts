import type { Random } from './random.ts';

/** Seconds at min, 10 %, median, 90 % and max of what was measured. */
export type Quantiles = readonly [min: number, p10: number, median: number, p90: number, max: number];

/**
 * How long things take, in seconds: measured from the Date headers and body timestamps of about 53,000 recorded Atlas responses,
 * 2025-03 to 2026-08. Entries marked "guess" were not measured.
 */
export const measuredDurations = {
  'clusterCreate.M0': [4, 4, 8, 26, 228],
  'clusterCreate.FLEX': [6, 7, 8, 27, 231],
  'clusterCreate.M10': [406, 468, 559, 852, 7269],
  'clusterCreate.M20': [423, 454, 556, 800, 1475],
  'clusterCreate.AZURE': [563, 563, 647, 1537, 1537],
  'clusterCreate.multiRegion': [333, 366, 426, 651, 1471],
  'clusterCreate.sharded': [496, 597, 802, 1377, 1895],
  'clusterDelete.M0': [25, 29, 34, 82, 533],
  'clusterDelete.FLEX': [4, 9, 35, 53, 509],
  'clusterDelete.M10': [80, 111, 166, 209, 2171],
  'clusterDelete.sharded': [95, 129, 175, 208, 1092],
  // guess
  'clusterUpdate.small': [5, 8, 20, 60, 180],
  // guess
  'clusterUpdate.large': [60, 120, 420, 900, 2400],
  // recorded: a resume seconds after the pause, which then has to be undone; mostly through REPAIRING
  'clusterUpdate.resumeAtOnce': [739, 750, 820, 900, 910],
  // guess: how long a cluster goes on after a restore into it has finished
  'clusterUpdate.afterRestore': [5, 10, 30, 90, 240],
  // guess: for how long changes are pending after that
  restoreApplied: [0, 1, 5, 20, 60],
  // one recording: 20 s from the POST of a user to IDLE; the spread is a guess
  'clusterUpdate.tenantUser': [8, 12, 20, 35, 90],
  tenantUpgrade: [485, 583, 711, 973, 1778],
  sampleLoad: [40, 45, 49, 67, 269],
  // guess
  userChange: [2, 4, 12, 40, 120],
  // guess
  'accessEntry.active': [2, 5, 15, 45, 150],
  // guess: how long reads of the access list can lag behind a write
  'accessEntry.lag': [1, 1, 3, 6, 10],
  'snapshot.inProgress': [4, 4, 7, 9, 22],
  'snapshot.mongodVersion': [13, 14, 21, 29, 239],
  'snapshot.cloudProvider': [35, 72, 105, 141, 460],
  'snapshot.createdAt': [35, 69, 102, 137, 454],
  'snapshot.completed': [99, 146, 178, 214, 527],
  'restore.automated': [187, 200, 230, 280, 316],
  'restore.download': [154, 170, 187, 255, 436],
  'flexSnapshot.start': [5, 10, 32, 38, 60],
  'flexSnapshot.run': [70, 72, 75, 78, 88],
  // guess: RUNNING was seen at the first look, some seconds after the request
  'flexRestore.start': [0, 1, 2, 3, 5],
  'flexRestore.run': [50, 56, 59, 75, 110],
  // guess: public runs of the Terraform provider's tests leave about a quarter of an hour for all three together
  'collectionRestore.initializing': [60, 120, 300, 600, 1200],
  'collectionRestore.copying': [30, 60, 240, 600, 1800],
  'collectionRestore.finalizing': [5, 10, 30, 90, 300],
  // guess: ACTIVE was seen three seconds after the request
  compliancePolicy: [1, 1, 2, 3, 10],
  // guess: how long after IDLE a tenant's connection strings can lag
  'tenantStrings.lag': [1, 2, 6, 15, 40],
  // guess: how long a project still refuses to close after its last cluster answers 404
  'project.closeLag': [0, 2, 20, 90, 240],
} as const satisfies Record<string, Quantiles>;

export type DurationName = keyof typeof measuredDurations;
export type DurationFamily =
  | 'clusterCreate'
  | 'clusterDelete'
  | 'clusterUpdate'
  | 'collectionRestore'
  | 'restore'
  | 'snapshot';

/** Durations that a scenario has fixed, in seconds: one name, or a family for all of its names. */
export type PinnedDurations = Partial<Record<DurationName | DurationFamily, number>>;

/** Reads a distribution at `share` (0 = min, 0.5 = median, 1 = max), piecewise linear between the known points. */
export function quantile([min, p10, median, p90, max]: Quantiles, share: number): number {
  const points: ReadonlyArray<readonly [number, number]> = [
    [0, min],
    [0.1, p10],
    [0.5, median],
    [0.9, p90],
    [1, max],
  ];
  const upper = points.findIndex(([at]) => share <= at);
  const [highAt, high] = points[upper] ?? [1, max];
  const [lowAt, low] = points[upper - 1] ?? [0, min];
  return highAt === lowAt ? high : low + ((high - low) * (share - lowAt)) / (highAt - lowAt);
}

/** How many times faster than Atlas a simulator does things. */
export interface Pace {
  readonly speed: number;
}

/** How long something takes here, in milliseconds, that takes Atlas so many seconds. */
export function paced({ speed }: Pace, atlasSeconds: number): number {
  return Math.round((atlasSeconds * 1000) / speed);
}

/** Where durations come from: chance, what a scenario has fixed, and how fast everything is done. */
export interface DurationSource extends Pace {
  readonly random: Random;
  readonly durations: PinnedDurations;
}

/** Draws one duration in milliseconds, or takes the pinned one. */
export function drawDuration(source: DurationSource, name: DurationName): number {
  const share = source.random.next();
  return paced(source, pinned(source.durations, name) ?? quantile(measuredDurations[name], share));
}

const snapshotMilestones = ['inProgress', 'mongodVersion', 'cloudProvider', 'createdAt', 'completed'] as const;
export type SnapshotMilestone = (typeof snapshotMilestones)[number];

/** Draws the milestones of one snapshot, in milliseconds after the request; a slow snapshot is slow throughout. */
export function drawSnapshotMilestones(source: DurationSource): Record<SnapshotMilestone, number> {
  const share = source.random.next();
  const pins = source.durations;
  const whole = pins['snapshot.completed'] ?? pins.snapshot;
  const [, , usual] = measuredDurations['snapshot.completed'];
  const draw = (milestone: SnapshotMilestone): number => {
    const distribution = measuredDurations[`snapshot.${milestone}`];
    const scaled = whole === undefined ? quantile(distribution, share) : (distribution[2] * whole) / usual;
    return paced(source, pins[`snapshot.${milestone}`] ?? scaled);
  };
  return {
    inProgress: draw('inProgress'),
    mongodVersion: draw('mongodVersion'),
    cloudProvider: draw('cloudProvider'),
    createdAt: draw('createdAt'),
    completed: whole === undefined ? draw('completed') : paced(source, whole),
  };
}

/** How long the stages of a collection restore take, in milliseconds. */
export interface CollectionRestoreStages {
  readonly initializing: number;
  readonly copying: number;
  readonly finalizing: number;
}

/** Draws the stages of one collection restore; where the whole is fixed, its stages are in the usual proportion. */
export function drawCollectionRestore(
  source: DurationSource,
  wholeSeconds = source.durations.collectionRestore,
): CollectionRestoreStages {
  const stages = ['initializing', 'copying', 'finalizing'] as const;
  const usual = (stage: (typeof stages)[number]) => measuredDurations[`collectionRestore.${stage}`][2];
  const [initializing = 0, copying = 0, finalizing = 0] = stages.map((stage) => {
    const drawn = drawDuration(source, `collectionRestore.${stage}`);
    const all = stages.reduce((sum, other) => sum + usual(other), 0);
    return wholeSeconds === undefined ? drawn : paced(source, (wholeSeconds * usual(stage)) / all);
  });
  return { initializing, copying, finalizing };
}

const families: ReadonlyArray<readonly [string, DurationFamily]> = [
  ['clusterCreate.', 'clusterCreate'],
  ['clusterDelete.', 'clusterDelete'],
  ['clusterUpdate.', 'clusterUpdate'],
  ['restore.', 'restore'],
];

function pinned(pins: PinnedDurations, name: DurationName): number | undefined {
  const family = families.find(([prefix]) => name.startsWith(prefix))?.[1];
  return pins[name] ?? (family === undefined ? undefined : pins[family]);
}
