import fc from 'fast-check';
import sodium from 'libsodium-wrappers';
import { describe, expect, it } from 'vitest';
import { saveSecret } from '../../../src/github/secrets.ts';
import type { Vault } from '../../../src/simulator/github/world.ts';
import { failureOf, gitHubErrorOf, repository, setStage } from './stage.ts';

const value = 'mongodb+srv://app:p%40ss@orders.example.net/?appName=🍃';

/** Opens a sealed box as its owner would. */
async function opened({ secrets, publicKey, privateKey }: Vault, name: string): Promise<string> {
  await sodium.ready;
  const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
  const ciphertext = bytes(secrets.get(name)?.ciphertext ?? '');
  const plain = sodium.crypto_box_seal_open(ciphertext, bytes(publicKey), bytes(privateKey));
  return Buffer.from(plain).toString();
}

describe('a saved secret', () => {
  it('is opened by libsodium, in a repository', async () => {
    const { github, shop, open, calls } = setStage();
    const client = await open(github.seedPersonalToken(shop, { secrets: 'write' }));
    const saved = await saveSecret(client, { repository, name: 'mongodb_uri', value });
    expect(saved).toEqual({ name: 'MONGODB_URI', updatedAt: '2026-11-21T12:00:00Z' });
    expect(await opened(shop.vault, 'MONGODB_URI')).toBe(value);
    expect(calls()).toEqual([
      'GET /actions/secrets/public-key 200',
      'PUT /actions/secrets/mongodb_uri 201',
      'GET /actions/secrets/mongodb_uri 200',
    ]);
  });

  it.each(['preview', 'preview/pr-7', 'a b%2F?#&=+', 'Ümläut 🍃'])(
    'is opened by libsodium, in the environment "%s"',
    async (environment) => {
      const { github, shop, open } = setStage();
      const { vault } = github.seedEnvironment(shop, environment);
      const client = await open(github.seedAppToken(shop, { environments: 'write' }));
      await saveSecret(client, { repository, environment, name: 'URI', value });
      expect(await opened(vault, 'URI')).toBe(value);
    },
  );

  it('replaces the one before, and is sealed anew each time', async () => {
    const { github, shop, open } = setStage();
    const client = await open(github.seedClassicToken(shop));
    await saveSecret(client, { repository, name: 'URI', value: 'old' });
    const before = shop.vault.secrets.get('URI')?.ciphertext;
    await saveSecret(client, { repository, name: 'URI', value });
    const first = shop.vault.secrets.get('URI')?.ciphertext;
    await saveSecret(client, { repository, name: 'URI', value });
    expect(new Set([before, first, shop.vault.secrets.get('URI')?.ciphertext]).size).toBe(3);
    expect(await opened(shop.vault, 'URI')).toBe(value);
  });

  it('is never in what was sent', async () => {
    const { github, shop, open } = setStage();
    const client = await open(github.seedPersonalToken(shop, { secrets: 'write' }));
    await saveSecret(client, { repository, name: 'URI', value });
    expect(JSON.stringify(github.requests)).not.toContain('p%40ss');
  });

  it('takes any text up to 48 KB', async () => {
    const { github, shop, open } = setStage();
    const client = await open(github.seedPersonalToken(shop, { secrets: 'write' }));
    const texts = [...fc.sample(fc.string({ unit: 'binary', minLength: 1 }), 20), 'x'.repeat(48 * 1024)];
    for (const text of texts.map((sample) => sample.toWellFormed())) {
      await saveSecret(client, { repository, name: 'ANY', value: text });
      expect(await opened(shop.vault, 'ANY')).toBe(text);
    }
  });

  it.each(['cut-before', 'cut-after', 'status-500', 'status-500-after', 'status-503-empty', 'status-429'] as const)(
    'is there after %s on any of its requests',
    async (kind) => {
      for (const nth of [1, 2, 3]) {
        const { github, shop, open } = setStage();
        const client = await open(github.seedPersonalToken(shop, { secrets: 'write' }));
        github.faults.add({ match: { nth }, kind });
        await saveSecret(client, { repository, name: 'URI', value });
        expect(await opened(shop.vault, 'URI')).toBe(value);
      }
    },
  );

  it('is awaited where GitHub does not show it at once, and missed where it never does', async () => {
    const { github, shop, open } = setStage();
    const client = await open(github.seedPersonalToken(shop, { secrets: 'write' }));
    const fault = { kind: 'error', status: 404, detail: 'Not Found' } as const;
    github.faults.add({ ...fault, match: { path: '/secrets/URI', method: 'GET', times: 2 } });
    await saveSecret(client, { repository, name: 'URI', value });
    github.faults.add({ ...fault, match: { path: '/secrets/LOST', method: 'GET', times: 9 } });
    const error = await gitHubErrorOf(saveSecret(client, { repository, name: 'LOST', value }));
    expect(error.message).toContain('GitHub took it, and does not show it.');
  });
});

describe('a token that may not save secrets', () => {
  it('GITHUB_TOKEN: says that no permission helps and what does, before anything is sent', async () => {
    const { github, shop, open, calls } = setStage();
    github.seedEnvironment(shop, 'preview');
    const client = await open(github.seedJobToken(shop, { contents: 'write', actions: 'write' }));
    const error = await gitHubErrorOf(saveSecret(client, { repository, environment: 'preview', name: 'URI', value }));
    expect(error.message).toBe(
      'Could not save a secret in the environment "preview" of acme/shop: GitHub answered 403, "Resource not accessible by ' +
        'integration". GITHUB_TOKEN cannot do this, whatever its permissions: github-token must be a fine-grained personal ' +
        'access token or a GitHub App with "Environments: write".',
    );
    expect(calls()).toEqual(['GET /environments/preview/secrets/public-key 403']);
  });

  it('a personal token without the right: names it', async () => {
    const { github, shop, open } = setStage();
    const client = await open(github.seedPersonalToken(shop, { environments: 'write' }));
    const error = await gitHubErrorOf(saveSecret(client, { repository, name: 'URI', value }));
    expect(error.message).toContain('"Secrets: write"');
  });

  it('a personal token that may only read: fails when it writes, with the same advice', async () => {
    const { github, shop, open, calls } = setStage();
    const client = await open(github.seedPersonalToken(shop, { secrets: 'read' }));
    const error = await gitHubErrorOf(saveSecret(client, { repository, name: 'URI', value }));
    expect(error.message).toContain('"Secrets: write"');
    expect(calls().at(-1)).toBe('PUT /actions/secrets/URI 403');
  });

  it('an environment that is not there: says who can make it', async () => {
    const { github, shop, open } = setStage();
    const client = await open(github.seedPersonalToken(shop, { environments: 'write' }));
    const error = await gitHubErrorOf(saveSecret(client, { repository, environment: 'pr-7', name: 'URI', value }));
    expect(error).toMatchObject({ kind: 'not-found', status: 404 });
    expect(error.message).toContain('There is no environment "pr-7" in acme/shop');
    expect(error.message).toContain('An admin of the repository creates it');
  });
});

describe('what GitHub would not take', () => {
  it.each([
    { name: '', says: 'letters, digits and underscores' },
    { name: 'MY-SECRET', says: 'letters, digits and underscores' },
    { name: 'A/../../x', says: 'letters, digits and underscores' },
    { name: 'URI\n', says: 'letters, digits and underscores' },
    { name: 'ÜRI', says: 'letters, digits and underscores' },
    { name: '1ST', says: 'must not start with a digit' },
    { name: 'GITHUB_URI', says: 'must not start with GITHUB_' },
    { name: 'github_uri', says: 'must not start with GITHUB_' },
  ])('is refused before any request: the name "$name"', async ({ name, says }) => {
    const { github, shop, open } = setStage();
    const client = await open(github.seedPersonalToken(shop, { secrets: 'write' }));
    const error = await failureOf(saveSecret(client, { repository, name, value }));
    expect(error.message).toContain(says);
    expect(error.message).not.toContain(value);
    expect(github.requests).toEqual([]);
  });

  it.each(['.', '..', ''])('is refused before any request: the environment "%s"', async (environment) => {
    const { github, shop, open } = setStage();
    const client = await open(github.seedPersonalToken(shop, { environments: 'write' }));
    await failureOf(saveSecret(client, { repository, environment, name: 'URI', value }));
    expect(github.requests).toEqual([]);
  });

  it('is refused before any request: nothing, and more than 48 KB, with nothing of it in the error', async () => {
    const { github, shop, open } = setStage();
    const client = await open(github.seedPersonalToken(shop, { secrets: 'write' }));
    const empty = await failureOf(saveSecret(client, { repository, name: 'URI', value: '' }));
    expect(empty.message).toContain('is empty');
    const large = await failureOf(saveSecret(client, { repository, name: 'URI', value: 'ä'.repeat(24_577) }));
    expect(large.message).toBe('The value for the secret URI has 49154 bytes; GitHub takes 49152.');
    expect(github.requests).toEqual([]);
  });
});
