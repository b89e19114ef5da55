import { generateKeyPairSync } from 'node:crypto';
import type { Vault } from './world.ts';

/** Makes an empty place for secrets. */
export function createVault(id: number): Vault {
  const { x, d } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  if (x === undefined || d === undefined) throw new Error('The key pair has no halves');
  return { keyId: String(id), publicKey: inBase64(x), privateKey: inBase64(d), secrets: new Map() };
}

function inBase64(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('base64');
}
