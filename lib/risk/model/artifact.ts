import { hex, sha256 } from './sha256.ts';
import type { Release, Surface } from './surface.ts';

/**
 * One surface as bytes, little-endian throughout: magic "MCRISK", format (u16), header length (u32), header (JSON),
 * then per cell: id deltas (LEB128), danger (f64), mean, lower, upper, belief, disbelief, ignorance (f32 each),
 * dangerClass, state (u8 each), release (u16); last 32 bytes: SHA-256 of all before. Equal surfaces give equal bytes.
 */
const MAGIC = 'MCRISK';
const FORMAT = 1;
const FLOATS = ['mean', 'lower', 'upper', 'belief', 'disbelief', 'ignorance'] as const;

export class ArtifactError extends Error {
  override name = 'ArtifactError';
}

type Header = Pick<
  Surface,
  'modelVersion' | 'resolution' | 'asOfDay' | 'parametersDigest' | 'inputDigest' | 'clueCount' | 'floor'
> & { cellCount: number; releases: Release[] };

export function encodeSurface(surface: Surface): Uint8Array {
  const { modelVersion, resolution, asOfDay, parametersDigest, inputDigest, clueCount, floor, releases } = surface;
  const cellCount = surface.cells.length;
  const header: Header = {
    modelVersion,
    resolution,
    asOfDay,
    parametersDigest,
    inputDigest,
    clueCount,
    floor,
    cellCount,
    releases,
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const ids = encodeIds(surface.cells);
  const start = 12 + head.length + ids.length;
  const bytes = new Uint8Array(start + cellCount * (8 + 4 * FLOATS.length + 4) + 32);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  view.setUint16(6, FORMAT, true);
  view.setUint32(8, head.length, true);
  bytes.set(head, 12);
  bytes.set(ids, 12 + head.length);
  let at = start;
  for (const [i, value] of surface.danger.entries()) view.setFloat64(at + 8 * i, value, true);
  at += 8 * cellCount;
  for (const name of FLOATS) {
    for (const [i, value] of surface[name].entries()) view.setFloat32(at + 4 * i, value, true);
    at += 4 * cellCount;
  }
  bytes.set(surface.dangerClass, at);
  bytes.set(surface.state, at + cellCount);
  at += 2 * cellCount;
  for (const [i, value] of surface.release.entries()) view.setUint16(at + 2 * i, value, true);
  at += 2 * cellCount;
  bytes.set(sha256(bytes.subarray(0, at)), at);
  return bytes;
}

/** Reads an artifact back. Throws ArtifactError when it is not one, of another format, cut short or altered. */
export function decodeSurface(bytes: Uint8Array): Surface {
  const { header, bodyAt } = readHeader(bytes);
  const body = bytes.length - 32;
  if (hex(sha256(bytes.subarray(0, body))) !== hex(bytes.subarray(body)))
    throw new ArtifactError('The risk artifact is damaged: its checksum does not match.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { cellCount: n, ...facts } = header;
  const { cells, next } = decodeIds(bytes, bodyAt, n);
  if (next + n * (8 + 4 * FLOATS.length + 4) !== body)
    throw new ArtifactError('The risk artifact is damaged: its length does not fit its cells.');
  let at = next;
  const take = <T extends Float64Array | Float32Array | Uint16Array>(
    into: T,
    width: number,
    read: (at: number) => number,
  ) => {
    for (let i = 0; i < n; i++) into[i] = read(at + i * width);
    at += n * width;
    return into;
  };
  const danger = take(new Float64Array(n), 8, (i) => view.getFloat64(i, true));
  const floats = FLOATS.map((name) => [name, take(new Float32Array(n), 4, (i) => view.getFloat32(i, true))]);
  const dangerClass = bytes.slice(at, at + n);
  const state = bytes.slice(at + n, at + 2 * n);
  at += 2 * n;
  const release = take(new Uint16Array(n), 2, (i) => view.getUint16(i, true));
  const named = Object.fromEntries(floats) as Record<(typeof FLOATS)[number], Float32Array>;
  return { ...facts, cells, danger, ...named, dangerClass, state, release };
}

/** The header alone, without checking the body: what a version is, before it is loaded. Throws ArtifactError. */
export function readHeader(bytes: Uint8Array): { header: Header; bodyAt: number } {
  if (bytes.length < 44 || new TextDecoder().decode(bytes.subarray(0, 6)) !== MAGIC)
    throw new ArtifactError('This is not a risk artifact.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = view.getUint16(6, true);
  if (format !== FORMAT)
    throw new ArtifactError(`Risk artifact format ${format} is not ${FORMAT}, which this version reads.`);
  const bodyAt = 12 + view.getUint32(8, true);
  try {
    return { header: JSON.parse(new TextDecoder().decode(bytes.subarray(12, bodyAt))), bodyAt };
  } catch {
    throw new ArtifactError('The risk artifact is damaged: its header cannot be read.');
  }
}

function encodeIds(ids: BigUint64Array): Uint8Array {
  const bytes: number[] = [];
  let before = 0n;
  for (const id of ids) {
    let delta = id - before;
    before = id;
    do {
      const low = Number(delta & 0x7fn);
      delta >>= 7n;
      bytes.push(delta ? low | 0x80 : low);
    } while (delta);
  }
  return Uint8Array.from(bytes);
}

function decodeIds(bytes: Uint8Array, start: number, count: number): { cells: BigUint64Array; next: number } {
  const cells = new BigUint64Array(count);
  let next = start;
  let id = 0n;
  for (let i = 0; i < count; i++) {
    let shift = 0n;
    let byte: number;
    do {
      byte = bytes[next++]!;
      id += BigInt(byte & 0x7f) << shift;
      shift += 7n;
    } while (byte & 0x80);
    cells[i] = id;
  }
  return { cells, next };
}
