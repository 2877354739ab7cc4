import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from './env.ts';

type Purpose = 'receipt' | 'contact' | 'photo' | 'seal' | 'rate' | 'digest';

/** A 32-byte child of the root key, one for each purpose (HKDF-SHA-256). */
export const derivedKey = (purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(env().MINECLUE_KEY, 'hex'), '', `mineclue/${purpose}/1`, 32));

export const hmac = (purpose: Purpose, text: string): Buffer =>
  createHmac('sha256', derivedKey(purpose)).update(text).digest();

/** AES-256-GCM: version byte, 12-byte nonce, 16-byte tag, ciphertext; `bound` is authenticated but not stored. */
export function encrypt(purpose: Purpose, plain: string | Buffer, bound: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derivedKey(purpose), nonce).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(typeof plain === 'string' ? Buffer.from(plain) : plain), cipher.final()]);
  return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body]);
}

/** What was encrypted, or null when the bytes were not made by this key for this purpose and binding. */
export function decryptBytes(purpose: Purpose, sealed: Buffer, bound: string): Buffer | null {
  if (sealed.length < 29 || sealed[0] !== 1) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', derivedKey(purpose), sealed.subarray(1, 13))
      .setAAD(Buffer.from(bound))
      .setAuthTag(sealed.subarray(13, 29));
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
  } catch {
    return null;
  }
}

/** The same as text. */
export const decrypt = (purpose: Purpose, sealed: Buffer, bound: string): string | null =>
  decryptBytes(purpose, sealed, bound)?.toString('utf8') ?? null;
