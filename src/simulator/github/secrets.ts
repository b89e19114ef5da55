import { timestamp } from '../clock.ts';
import type { JsonObject } from '../json.ts';
import { notFound, Refusal, type Reply } from './answers.ts';
import { environmentOf } from './environments.ts';
import { type Call, type Operation, textOf } from './operation.ts';
import { pageOf } from './paging.ts';
import type { PermissionName } from './tokens.ts';
import type { Secret, Vault } from './world.ts';

/** Secrets of repositories and environments. What is sealed stays sealed here. */
export const secrets: readonly Operation[] = [
  ...secretsAt('/actions/secrets', 'secrets', ({ repository }) => repository.vault),
  ...secretsAt('/environments/{environment}/secrets', 'environments', (call) => environmentOf(call).vault),
];

function secretsAt(path: string, permission: PermissionName, vaultOf: (call: Call) => Vault): readonly Operation[] {
  const mayRead = [{ permission, level: 'read' }] as const;
  const mayWrite = [{ permission, level: 'write' }] as const;
  return [
    {
      method: 'GET',
      path: `${path}/public-key`,
      needs: mayRead,
      handle: (call) => {
        const { keyId, publicKey } = vaultOf(call);
        return { status: 200, body: { key_id: keyId, key: publicKey } };
      },
    },
    {
      method: 'GET',
      path,
      needs: mayRead,
      handle: (call) => {
        const all = Array.from(vaultOf(call).secrets.values());
        const { items, headers } = pageOf(all, call);
        return { status: 200, headers, body: { total_count: all.length, secrets: items.map(viewOf) } };
      },
    },
    {
      method: 'GET',
      path: `${path}/{secret}`,
      needs: mayRead,
      handle: (call) => ({ status: 200, body: viewOf(found(call, vaultOf(call))) }),
    },
    { method: 'PUT', path: `${path}/{secret}`, needs: mayWrite, handle: (call) => put(call, vaultOf(call)) },
    {
      method: 'DELETE',
      path: `${path}/{secret}`,
      needs: mayWrite,
      handle: (call) => {
        const vault = vaultOf(call);
        vault.secrets.delete(found(call, vault).name);
        return { status: 204 };
      },
    },
  ];
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Bytes that a sealed box adds: the ephemeral public key and the authenticator. */
const SEAL_BYTES = 48;
const MOST_BYTES = 48 * 1024;
const MOST_SECRETS = 100;

function put(call: Call, vault: Vault): Reply {
  const name = nameOf(call);
  const ciphertext = textOf(call, 'Secret', 'encrypted_value');
  const keyId = textOf(call, 'Secret', 'key_id');
  const bytes = Buffer.from(ciphertext, 'base64').length;
  if (!base64.test(ciphertext) || bytes < SEAL_BYTES)
    throw new Refusal(422, 'Bad request - encrypted_value is invalid');
  if (keyId !== vault.keyId) throw new Refusal(422, 'Bad request - key_id is invalid');
  if (bytes > MOST_BYTES + SEAL_BYTES) throw new Refusal(422, 'Secret value is too large');
  const now = timestamp(call.world.clock.now());
  const before = vault.secrets.get(name);
  if (before === undefined && vault.secrets.size >= MOST_SECRETS) throw new Refusal(409, 'Too many secrets');
  vault.secrets.set(name, { name, ciphertext, keyId, createdAt: before?.createdAt ?? now, updatedAt: now });
  return before === undefined ? { status: 201, body: {} } : { status: 204 };
}

function nameOf({ parameters: { secret = '' } }: Call): string {
  const rules = 'Secret names can only contain alphanumeric characters ([a-z], [A-Z], [0-9]) or underscores (_).';
  if (!/^[A-Za-z_]\w*$/.test(secret)) throw new Refusal(422, `${rules} They must not start with a number.`);
  if (/^github_/i.test(secret)) throw new Refusal(422, 'Secret names must not start with GITHUB_.');
  return secret.toUpperCase();
}

function found({ parameters: { secret = '' } }: Call, vault: Vault): Secret {
  const known = vault.secrets.get(secret.toUpperCase());
  if (known === undefined) throw notFound();
  return known;
}

function viewOf({ name, createdAt, updatedAt }: Secret): JsonObject {
  return { name, created_at: createdAt, updated_at: updatedAt };
}
