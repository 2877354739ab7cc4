import { randomUUID } from 'node:crypto';

/** Drawn at every serving of a form, so that a second post of the same one makes nothing twice. */
export const SendingId = ({ name }: { name: string }) => <input type="hidden" name={name} value={randomUUID()} />;
