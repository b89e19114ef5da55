/** What a step has to do with, for the words that end its message if it ends early. */
export interface Whereabouts {
  /** Completes "a restore …". */
  readonly place: string;
  readonly isDownload: boolean;
  readonly safetySnapshotId: string | undefined;
}

/** While nothing has been sent. */
export function nothingYet({ safetySnapshotId }: Whereabouts): string | undefined {
  return safetySnapshotId && `Safety snapshot ${safetySnapshotId} stays; nothing has been restored yet.`;
}

/** Once the request has left, and until it is known what became of it. */
export function mayHaveBegun(where: Whereabouts, page: string): string {
  return withWayBack(`Atlas may have begun a restore ${where.place}; look there before anything else: ${page}`, where);
}

/** While the job goes on. */
export function goesOn(where: Whereabouts, jobId: string): string {
  const { place, isDownload } = where;
  return isDownload
    ? `Download job ${jobId} ${place} may still go on in Atlas; its links end by themselves.`
    : withWayBack(
        `Restore job ${jobId} ${place} goes on in Atlas, which cannot cancel it. Until it ends nothing may be written there; run the step again to wait for it.`,
        where,
      );
}

/** After a job that ended well, while the target is not yet known to be usable. */
export function hasFinished(where: Whereabouts, jobId: string): string {
  return withWayBack(
    `Restore job ${jobId} ${where.place} has finished in Atlas; what was left was to see whether its data can be used.`,
    where,
  );
}

/** After a job that ended in any other way: its own message says how. */
export function isOver({ safetySnapshotId }: Whereabouts): string | undefined {
  return safetySnapshotId && wayBack(safetySnapshotId);
}

function withWayBack(note: string, { safetySnapshotId }: Whereabouts): string {
  return safetySnapshotId === undefined ? note : `${note} ${wayBack(safetySnapshotId)}`;
}

function wayBack(safetySnapshotId: string): string {
  return `Safety snapshot ${safetySnapshotId} is the way back.`;
}
