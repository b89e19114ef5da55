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
 * contract). Upper bounds by up to one poll of the recorder, a few seconds.
 */
export const timings = {
  /** From POST to `completed`, 222 samples. */
  onDemandSnapshot: { min: 99, p10: 146, median: 178, p90: 214, max: 527 },
} as const satisfies Readonly<Record<string, Distribution>>;
