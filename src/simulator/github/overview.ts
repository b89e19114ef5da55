import { timestamp } from '../clock.ts';
import type { World } from './world.ts';

/** Repositories with their conversations, and the names of environments and secrets. */
export function overview(world: World) {
  return {
    now: timestamp(world.clock.now()),
    repositories: world.repositories.map(({ id, name, issues, environments, vault }) => ({
      id,
      name,
      issues: Array.from(issues.values(), ({ number, isPullRequest, state, comments }) => ({
        number,
        isPullRequest,
        state,
        comments: comments.map(({ author, ...comment }) => ({ ...comment, author: author.login })),
      })),
      secrets: Array.from(vault.secrets.values(), (secret) => secret.name),
      environments: Array.from(environments.values(), (environment) => ({
        name: environment.name,
        secrets: Array.from(environment.vault.secrets.values(), (secret) => secret.name),
      })),
    })),
  };
}
