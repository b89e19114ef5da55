import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import { GitHubError } from './errors.ts';
import { operation, type Parameters } from './operation.ts';
import { repositoryParts } from './repository.ts';
import { sealedBox } from './sealed-box.ts';
import { environmentNameProblem, secretNameProblem, secretValueProblem } from './secret-rules.ts';

export interface SecretPlace {
  /** `owner/name`. */
  readonly repository: string;
  /** An environment's secret; without it, the repository's. */
  readonly environment?: string | undefined;
  readonly name: string;
}

/** A secret as GitHub shows it: without its value. */
export interface SavedSecret {
  /** In capitals: GitHub writes all of them so. */
  readonly name: string;
  readonly updatedAt: string;
}

const publicKey = z.object({ key_id: z.string(), key: z.string() });
const metadata = z.object({ name: z.string(), updated_at: z.string() });

const repositorySecrets = operationsAt({
  path: '/repos/{owner}/{repo}/actions/secrets',
  where: 'the repository {owner}/{repo}',
  token: '"Secrets: write"',
  ifMissing: 'There is no repository {owner}/{repo}, or the token may not see it.',
});

const environmentSecrets = operationsAt({
  path: '/repos/{owner}/{repo}/environments/{environment_name}/secrets',
  where: 'the environment "{environment_name}" of {owner}/{repo}',
  token: '"Environments: write"',
  ifMissing:
    'There is no environment "{environment_name}" in {owner}/{repo}, or the token may not see it. An admin of the repository ' +
    'creates it under Settings, Environments (private repositories need a paid plan for it).',
});

function operationsAt({ path, where, token, ifMissing }: Record<'path' | 'where' | 'token' | 'ifMissing', string>) {
  // No `permissions:` of a job holds secrets: GITHUB_TOKEN can never do this.
  const common = { permission: { job: undefined, token }, ifMissing, repeatable: true };
  const task = `save a secret in ${where}`;
  return {
    getPublicKey: operation({ ...common, route: `GET ${path}/public-key`, task, answer: publicKey }),
    put: operation({ ...common, route: `PUT ${path}/{secret_name}`, task, answer: z.unknown() }),
    get: operation({
      ...common,
      route: `GET ${path}/{secret_name}`,
      task: `read back the secret {secret_name} in ${where}`,
      ifMissing: 'GitHub took it, and does not show it.',
      answer: metadata,
    }),
  };
}

/** Fails where the token may not read the key with which a secret of this place is sealed, or there is no such place. */
export async function checkSecretPlace(client: GitHubClient, place: Omit<SecretPlace, 'name'>): Promise<void> {
  const { operations, parameters } = addressOf(place);
  await client.call(operations.getPublicKey, parameters);
}

/** Stores a secret and reads back that it is there. It is sealed here: nothing but its owner's key opens it. */
export async function saveSecret(
  client: GitHubClient,
  { value, ...place }: SecretPlace & { readonly value: string },
): Promise<SavedSecret> {
  const problem =
    secretNameProblem(place.name) ??
    secretValueProblem(place.name, value) ??
    (place.environment === undefined ? undefined : environmentNameProblem(place.environment));
  if (problem !== undefined) throw new Error(problem);

  const { operations, parameters } = addressOf(place);
  // The first request that a token without the right fails at, before anything is sealed or sent.
  const key = await client.call(operations.getPublicKey, parameters);
  const named = { ...parameters, secret_name: place.name };
  const encrypted_value = await sealedBox(value, key.key);
  await client.call(operations.put, { ...named, encrypted_value, key_id: key.key_id });
  const { name, updated_at } = await readBack(client, () => client.call(operations.get, named));
  return { name, updatedAt: updated_at };
}

function addressOf({ repository, environment }: Omit<SecretPlace, 'name'>) {
  const parts: Parameters = repositoryParts(repository);
  return environment === undefined
    ? { operations: repositorySecrets, parameters: parts }
    : { operations: environmentSecrets, parameters: { ...parts, environment_name: environment } };
}

const READ_BACK_ATTEMPTS = 4;
const READ_BACK_PAUSE_MS = 1_000;

/** Asks again while GitHub does not show yet what it took. */
async function readBack<Answer>(client: GitHubClient, read: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      const notYet = error instanceof GitHubError && error.kind === 'not-found' && attempt < READ_BACK_ATTEMPTS;
      if (!notYet || !(await client.limit.sleep(READ_BACK_PAUSE_MS, client.signal))) throw error;
    }
  }
}
