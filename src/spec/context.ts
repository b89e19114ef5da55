import { clusterNameOf, type Environment } from '../environment/environment.ts';

/** The name of a cluster that the spec does not name. */
export function derivedName(
  { standingNames }: Pick<SpecContext, 'standingNames'>,
  environment: Environment,
  ordinal = 0,
): string {
  return standingNames?.get(ordinal) ?? clusterNameOf(environment, ordinal);
}

/** What the job knows and a spec does not say. */
export interface SpecContext {
  readonly environment?: Environment | undefined;
  /** Why there is none where nobody names one, in a sentence. */
  readonly withoutEnvironment?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** When the environment expires as it stands in Atlas: a default never brings that forward. */
  readonly standingExpiry?: number | undefined;
  /** Names of clusters that the environment has already, by their ordinals, where they do not follow from what is known of it now. */
  readonly standingNames?: ReadonlyMap<number, string> | undefined;
  readonly defaults: SpecDefaults;
}

export interface SpecDefaults {
  /** `owner/name` of the repository that the job runs for. */
  readonly repository: string;
  readonly repositoryId?: string | undefined;
  readonly runId: string;
  /** From `project-id` or `project-name`; a spec that names its project must name the same. */
  readonly project?: { readonly id: string } | { readonly name: string } | undefined;
  /** Name or id of the organization, to create the project in. */
  readonly organization?: string | undefined;
  /** Life of an environment; 72 hours where neither this nor the spec says. */
  readonly expiresInHours?: number | undefined;
}

/** Where something stands in a spec: `['clusters', 0, 'tier']`. */
export type SpecPath = readonly (string | number)[];

/** What is wrong at a place of a spec; never holds a value, which may be a secret. */
export interface SpecIssue {
  readonly path: SpecPath;
  /** Goes on after the place: "is not a tier: M0, FLEX, M10 and above". */
  readonly message: string;
  /** The key at the path, not its value, is what is wrong. */
  readonly atKey?: boolean;
  /** Where it stands in the text, for what has no place of its own, such as a key that is given twice. */
  readonly offset?: number | undefined;
}
