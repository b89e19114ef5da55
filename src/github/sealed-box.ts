const KEY_BYTES = 32;
const NONCE_BYTES = 24;

/**
 * Seals a text for the owner of a public key, as libsodium's crypto_box_seal does: an ephemeral key pair, and a nonce that is
 * the BLAKE2b of both public keys. The two libraries are loaded only for this.
 */
export async function sealedBox(text: string, publicKey: string): Promise<string> {
  const [{ default: nacl }, { default: blake }] = await Promise.all([import('tweetnacl'), import('blakejs')]);
  const recipient = new Uint8Array(Buffer.from(publicKey, 'base64'));
  if (recipient.length !== KEY_BYTES) throw new Error("GitHub's public key for secrets is not 32 bytes long.");
  const ephemeral = nacl.box.keyPair();
  const nonce = blake.blake2b(Buffer.concat([ephemeral.publicKey, recipient]), undefined, NONCE_BYTES);
  const sealed = nacl.box(new Uint8Array(Buffer.from(text)), nonce, recipient, ephemeral.secretKey);
  return Buffer.concat([ephemeral.publicKey, sealed]).toString('base64');
}
