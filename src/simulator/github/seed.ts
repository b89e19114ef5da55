import { timestamp } from '../clock.ts';
import { hexDigits, type Random } from '../random.ts';
import { addEnvironment } from './environments.ts';
import { actionsBot, checkJobPermissions, type Permissions, type Token } from './tokens.ts';
import { createVault } from './vault.ts';
import type { Account, Comment, Environment, Issue, Repository, World } from './world.ts';

export interface RepositorySeed {
  /** `owner/name`. */
  readonly name?: string;
  readonly isPrivate?: boolean;
  readonly formerNames?: readonly string[];
}

export interface PullRequestSeed {
  readonly number: number;
  readonly state?: 'open' | 'closed';
  readonly merged?: boolean;
  readonly locked?: boolean;
}

export interface CommentSeed {
  readonly author?: Account;
  readonly body: string;
  readonly times?: number;
}

/** Fill a simulated GitHub. Those for tokens return the token itself. */
export interface Seeds {
  seedRepository(seed?: RepositorySeed): Repository;
  seedPullRequest(repository: Repository, seed: PullRequestSeed): Issue;
  seedIssue(repository: Repository, seed: Pick<PullRequestSeed, 'number'>): Issue;
  seedComments(issue: Issue, seed: CommentSeed): readonly Comment[];
  seedEnvironment(repository: Repository, name: string): Environment;
  seedAccount(login: string): Account;
  /** GITHUB_TOKEN of a job with these `permissions:`. */
  seedJobToken(repository: Repository, permissions: Permissions): string;
  /** GITHUB_TOKEN in a pull request of a fork, or of Dependabot: read-only. */
  seedForkToken(repository: Repository): string;
  seedPersonalToken(repository: Repository, permissions: Permissions): string;
  seedAppToken(repository: Repository, permissions: Permissions): string;
  /** A classic personal access token with the scope `repo`. */
  seedClassicToken(repository: Repository): string;
}

/** Makes the functions that fill a world. */
export function createSeeds(world: World, random: Random): Seeds {
  const addToken = (prefix: string, token: Token): string => {
    const text = prefix + random.characters(hexDigits, 36);
    world.tokens.set(text, token);
    return text;
  };
  const account = (login: string, type: Account['type']): Account => ({ id: world.nextId(), login, type });
  const job = (repository: Repository, permissions: Permissions) => {
    checkJobPermissions(permissions);
    return addToken('ghs_', { kind: 'job', account: actionsBot, repository, permissions });
  };
  return {
    seedRepository: (seed) => addRepository(world, seed),
    seedPullRequest: (repository, seed) => addIssue(repository, { ...seed, isPullRequest: true }),
    seedIssue: (repository, seed) => addIssue(repository, { ...seed, isPullRequest: false }),
    seedComments: (issue, seed) => addComments(world, issue, { author: account('octocat', 'User'), ...seed }),
    seedEnvironment: (repository, name) => addEnvironment(world, repository, name),
    seedAccount: (login) => account(login, 'User'),
    seedJobToken: job,
    seedForkToken: (repository) => job(repository, { contents: 'read', issues: 'read', 'pull-requests': 'read' }),
    seedPersonalToken: (repository, permissions) =>
      addToken('github_pat_', {
        kind: 'fine-grained',
        account: account('maintainer', 'User'),
        repository,
        permissions,
      }),
    seedAppToken: (repository, permissions) =>
      addToken('ghs_', { kind: 'app', account: account('preview-keeper[bot]', 'Bot'), repository, permissions }),
    seedClassicToken: (repository) =>
      addToken('ghp_', { kind: 'classic', account: account('maintainer', 'User'), repository, permissions: {} }),
  };
}

function addRepository(world: World, seed: RepositorySeed = {}): Repository {
  const { name = 'acme/shop', isPrivate = true, formerNames = [] } = seed;
  const id = world.nextId();
  const repository = {
    id,
    name,
    formerNames,
    isPrivate,
    issues: new Map(),
    environments: new Map(),
    vault: createVault(id),
  };
  world.repositories.push(repository);
  return repository;
}

function addIssue(repository: Repository, seed: PullRequestSeed & { readonly isPullRequest: boolean }): Issue {
  const issue: Issue = { state: 'open', merged: false, locked: false, ...seed, comments: [] };
  repository.issues.set(issue.number, issue);
  return issue;
}

function addComments(world: World, issue: Issue, seed: CommentSeed & { author: Account }): readonly Comment[] {
  const { author, body, times = 1 } = seed;
  const now = timestamp(world.clock.now());
  const added = Array.from({ length: times }, () => ({
    id: world.nextId(),
    author,
    body,
    createdAt: now,
    updatedAt: now,
  }));
  issue.comments.push(...added);
  return added;
}
