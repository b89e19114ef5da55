/** A repository. Its name changes with a rename or a transfer, its id never does. */
export interface Repository {
  /** `owner/name`. */
  readonly repository: string;
  /**
   * Number that its server gives it, such as `1296269`; on another server than github.com with the host, because servers count
   * alike: `42@git.example.com`. Undefined where the server tells none.
   */
  readonly repositoryId?: string | undefined;
}

/** The repository of anything that carries it: an environment, or the job. */
export function repositoryOf({ repository, repositoryId }: Repository): Repository {
  return { repository, repositoryId };
}

/** Whether two are one repository: by their ids where both are known, whatever the names; else by their names. */
export function isSameRepository(one: Repository, other: Repository): boolean {
  if (one.repositoryId !== undefined && other.repositoryId !== undefined)
    return one.repositoryId === other.repositoryId;
  return hasSameName(one, other);
}

/** GitHub's repository names do not tell upper from lower case. A repository without a name is none. */
export function hasSameName({ repository: one }: Repository, { repository: other }: Repository): boolean {
  return one !== '' && repositoryTag(one).toLowerCase() === repositoryTag(other).toLowerCase();
}

/** Whether two may be on one server, as far as their ids tell. */
export function isOnSameServer({ repositoryId: one }: Repository, { repositoryId: other }: Repository): boolean {
  return one === undefined || other === undefined || one.split('@')[1] === other.split('@')[1];
}

/** The value of the `gha-repository` tag: Atlas's tags know no `/`, so `owner;name`. */
export function repositoryTag(repository: string): string {
  return (
    repository
      .replace('/', ';')
      .replace(/[^A-Za-z0-9 ;@_.+-]/g, '_')
      .slice(0, 255) || 'unknown'
  );
}

/** What tells a repository from all others in a hash: the id, which outlives a rename, where it is known. */
export function repositoryKey({ repository, repositoryId }: Repository): string {
  return repositoryId ?? repository.toLowerCase();
}

/** A repository for people: its name, and its id where there may be doubt. */
export function shownRepository({ repository, repositoryId }: Repository): string {
  return repositoryId === undefined ? repository : `${repository} (repository id ${repositoryId})`;
}
