/** What became of one thing that a plan creates or changes. */
export interface Outcome {
  /** This step made it. */
  readonly isCreated: boolean;
  /** It was there already, or is not there any more: only a new reading tells what is left to do. */
  readonly isSurprise: boolean;
}

/** Everything went as planned, and nothing was made. */
export const asPlanned: Outcome = { isCreated: false, isSurprise: false };
