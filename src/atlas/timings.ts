/** How long something takes in Atlas, in seconds: what 1 in 10, half and 9 in 10 stay below, and both ends. */
export interface Distribution {
  readonly min: number;
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
  readonly max: number;
}

/**
 * Measured on about 53,000 recorded answers of Atlas's development environment, 2025-03 to 2026-08 (timings.json of the
 * contract). Upper bounds by up to one poll of the recorder, a few seconds. Where nothing was measured it says so.
 */
export const timings = {
  /** From POST to `completed`, 222 samples. */
  onDemandSnapshot: { min: 99, p10: 146, median: 178, p90: 214, max: 527 },
  /** From POST to `finishedAt`, 73 samples; and from POST to the link of a download, 73 samples. */
  restore: { min: 187, p10: 200, median: 230, p90: 280, max: 316 },
  download: { min: 154, p10: 170, median: 187, p90: 255, max: 436 },
  /** From the time that a Flex restore is scheduled for to its end, 148 samples. */
  restoreFlex: { min: 50, p10: 56, median: 59, p90: 75, max: 110 },
  /** A restore of databases or collections. Not measured: grows with the data, and may take longer than a whole restore. */
  restoreCollections: { min: 10, p10: 30, median: 120, p90: 900, max: 3_600 },
  /** From POST to the first IDLE, 189, 82, 1,021 and 130 samples. */
  createFree: { min: 4, p10: 4, median: 8, p90: 26, max: 228 },
  createFlex: { min: 6, p10: 7, median: 8, p90: 27, max: 231 },
  createDedicated: { min: 406, p10: 468, median: 559, p90: 852, max: 7_269 },
  createSharded: { min: 496, p10: 597, median: 802, p90: 1_377, max: 1_895 },
  /** From DELETE to 404, 301 and 248 samples. */
  deleteDedicated: { min: 80, p10: 111, median: 166, p90: 209, max: 2_171 },
  deleteShared: { min: 4, p10: 9, median: 35, p90: 82, max: 533 },
  /** A change of an existing cluster. Not measured: from tags (seconds) to a larger tier (many minutes). */
  update: { min: 3, p10: 8, median: 40, p90: 600, max: 2_400 },
  /** Until a new database user can log in. Not measured; users report 10 to 60 s. */
  applyChanges: { min: 2, p10: 4, median: 12, p90: 45, max: 120 },
  /** Until an access list entry is active. Not measured; some seconds to minutes. */
  activateEntry: { min: 1, p10: 3, median: 10, p90: 60, max: 180 },
} as const satisfies Readonly<Record<string, Distribution>>;
