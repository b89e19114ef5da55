/** Splits `owner/name`. A name that would lead elsewhere in a path is refused. */
export function repositoryParts(repository: string): { readonly owner: string; readonly repo: string } {
  const [, owner, repo] = /^([\w-]+)\/([\w.-]+)$/.exec(repository) ?? [];
  if (owner === undefined || repo === undefined || repo === '.' || repo === '..') {
    throw new Error(`"${repository}" is not the name of a GitHub repository: expected owner/name.`);
  }
  return { owner, repo };
}
