import * as z from 'zod/mini';

/** A stranger's server: asked where an operator has named none. */
export const publicTiles = 'https://tile.openstreetmap.org/{z}/{x}/{y}.png';

const schema = z.object({
  DATABASE_URL: z.string(),
  MINECLUE_EMBEDDED: z._default(z.string(), ''),
  MINECLUE_DATA: z._default(z.string(), '.data'),
  /** Root key: 32 bytes in hex. Receipt, contact, seal and rate keys are derived from it. */
  MINECLUE_KEY: z.string().check(z.regex(/^[0-9a-f]{64}$/i, 'MINECLUE_KEY must be 64 hexadecimal digits')),
  NEXTAUTH_URL: z.string(),
  NEXTAUTH_SECRET: z.string().check(z.minLength(32)),
  TILE_URL: z._default(z.string(), publicTiles),
  TILE_ATTRIBUTION: z._default(z.string(), '© OpenStreetMap contributors'),
  DATA_LICENCE: z._default(z.string(), 'CC BY 4.0'),
});
export type Env = z.infer<typeof schema>;

let read: Env | undefined;

/** The environment, checked at first use; refuses to go on with what is missing, by name. */
export function env(): Env {
  read ??= schema.parse(process.env);
  return read;
}
