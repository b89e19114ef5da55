/** How often, from 0 to 1, Atlas shows the odd behaviour that recordings and other clients have met now and then. */
export interface Oddities {
  /** CREATING is followed by UPDATING before the first IDLE. */
  updatingBeforeIdle: number;
  /** UPDATING is followed by REPAIRING before IDLE. */
  repairingAfterUpdate: number;
  /** A change in the first minutes of a dedicated cluster is refused: monitoring takes its servers for lagging. */
  laggingWhenNew: number;
  /** M0 and flex are IDLE before all their connection strings are there. */
  idleBeforeStrings: number;
  /** A database user cannot be scoped to a cluster that is not there yet, as it was for a week in April 2026. */
  scopesAreChecked: number;
  /** An access list entry is missing from reads for some seconds after the POST. */
  accessEntryLate: number;
  /** An access list entry is still read for some seconds after its DELETE. */
  accessEntryLingers: number;
  /** A changed access list entry is read for some seconds as it was before. */
  accessEntryStale: number;
  /** Of two access list writes that overlap, the later one loses an entry, or leaves one there, and says all is well. */
  overlapLosesEntry: number;
  /** The later of two overlapping writes answers 500, with or without having done its work. */
  overlapAnswers500: number;
  /** The later of two overlapping writes answers 401 to an API key; nothing was done. */
  overlapAnswers401: number;
}

/** Atlas as it usually is. */
export const usualOddities: Oddities = {
  updatingBeforeIdle: 0.2,
  repairingAfterUpdate: 0.05,
  laggingWhenNew: 0.05,
  idleBeforeStrings: 0.15,
  scopesAreChecked: 0,
  accessEntryLate: 0.1,
  accessEntryLingers: 0.1,
  accessEntryStale: 0.1,
  overlapLosesEntry: 0.4,
  overlapAnswers500: 0.3,
  overlapAnswers401: 0.2,
};

/** Atlas as its documentation has it: for tests that want to see exact behaviour. */
export const noOddities: Oddities = {
  updatingBeforeIdle: 0,
  repairingAfterUpdate: 0,
  laggingWhenNew: 0,
  idleBeforeStrings: 0,
  scopesAreChecked: 0,
  accessEntryLate: 0,
  accessEntryLingers: 0,
  accessEntryStale: 0,
  overlapLosesEntry: 0,
  overlapAnswers500: 0,
  overlapAnswers401: 0,
};
