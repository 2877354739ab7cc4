import { Problem } from '../../lib/errors.ts';
import { withoutNul } from './read-body.ts';

export type PostedFile = { field: string /** Null when it was larger than allowed. */; bytes: Buffer | null };
export type Posted = { fields: URLSearchParams; files: PostedFile[] };
type Limits = { fieldsBytes: number; fileBytes: number; allBytes: number; files: number };

/** Read to the end and thrown away above the limits, so that the answer still reaches the browser; above this it is cut. */
const drainedBytes = 250_000_000;
/** Of all uploads that are being read. */
const memoryBytes = 300_000_000;
const headBytes = 4000;
let held = 0;

type Part = { name: string; isFile: boolean; chunks: Buffer[]; bytes: number; tooLarge: boolean };

/**
 * A form post with files (multipart/form-data), read as it comes: no file is held beyond its limit, and what was typed
 * is answered even where a file is too large. Names of files and the types that they claim are ignored. Throws
 * `unreadable_body`, `too_large` (the typed fields), `unavailable` (too many uploads at once).
 */
export async function readMultipart(request: Request, limits: Limits): Promise<Posted> {
  const type = request.headers.get('content-type') ?? '';
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(type);
  if (!boundary || !request.body) throw new Problem('unreadable_body');
  const delimiter = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  const posted: Posted = { fields: new URLSearchParams(), files: [] };
  const reader = request.body.getReader();
  let rest: Buffer = Buffer.from('\r\n');
  let part: Part | null = null;
  let inHead = false;
  let read = 0;
  let mine = 0;
  let fieldsBytes = 0;

  const take = (bytes: Buffer): void => {
    if (!part || part.tooLarge || bytes.length === 0) return;
    if (!part.isFile) {
      fieldsBytes += bytes.length;
      if (fieldsBytes > limits.fieldsBytes) throw new Problem('too_large', { limitBytes: limits.fieldsBytes });
    } else if (part.bytes + bytes.length > limits.fileBytes || mine + bytes.length > limits.allBytes) {
      mine -= part.bytes;
      held -= part.bytes;
      Object.assign(part, { tooLarge: true, chunks: [] });
      return;
    } else if (held + bytes.length > memoryBytes) throw new Problem('unavailable', { retryAfterSeconds: 60 });
    if (part.isFile) {
      mine += bytes.length;
      held += bytes.length;
    }
    part.bytes += bytes.length;
    part.chunks.push(Buffer.from(bytes));
  };
  const end = (): void => {
    if (part?.isFile && (part.bytes > 0 || part.tooLarge) && posted.files.length < limits.files)
      posted.files.push({ field: part.name, bytes: part.tooLarge ? null : Buffer.concat(part.chunks) });
    else if (part && !part.isFile)
      posted.fields.append(part.name, withoutNul(Buffer.concat(part.chunks).toString('utf8')));
    part = null;
  };

  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      read += value.byteLength;
      if (read > drainedBytes) {
        await reader.cancel();
        break;
      }
      rest = Buffer.concat([rest, value]);
      for (;;) {
        if (inHead) {
          const headEnd = rest.indexOf('\r\n\r\n');
          if (headEnd < 0) {
            if (rest.length > headBytes) throw new Problem('unreadable_body');
            break;
          }
          part = openPart(rest.subarray(0, headEnd).toString('utf8'));
          rest = rest.subarray(headEnd + 4);
          inHead = false;
        }
        const at = rest.indexOf(delimiter);
        if (at < 0) {
          const sure = Math.max(0, rest.length - delimiter.length);
          take(rest.subarray(0, sure));
          rest = rest.subarray(sure);
          break;
        }
        take(rest.subarray(0, at));
        end();
        rest = rest.subarray(at + delimiter.length);
        inHead = true;
      }
    }
    end();
    return posted;
  } finally {
    held -= mine;
  }
}

function openPart(head: string): Part | null {
  const disposition = /content-disposition:\s*form-data;([^\r\n]*)/i.exec(head)?.[1] ?? '';
  const name = /(?:^|[;\s])name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) return null;
  return { name, isFile: /filename\*?=/i.test(disposition), chunks: [], bytes: 0, tooLarge: false };
}
