import { hash, verify } from '@node-rs/argon2';

// OWASP Password Storage Cheat Sheet: Argon2id (2, the package's default), 19 MiB, 2 passes, 1 lane.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

let nobody: Promise<string> | undefined;

/** False also when there is no hash, after as much work as with one: the time must not tell who has an account. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('the password of an account that does not exist');
  const matches = await verify(passwordHash ?? (await nobody), password.normalize('NFKC'));
  return matches && Boolean(passwordHash);
}
