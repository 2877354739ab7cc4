/** Why a file is not taken: message keys below `errors`. */
export type PhotoRefusal =
  | 'photo_not_image'
  | 'photo_svg'
  | 'photo_gif'
  | 'photo_heic'
  | 'photo_too_large'
  | 'photo_pixels'
  | 'photo_broken';
export type PhotoKind = 'jpeg' | 'png' | 'webp';

const starts = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte);
const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** What the content says it is; neither the name nor the type that came along is asked. */
export function photoKind(bytes: Uint8Array): PhotoKind | PhotoRefusal {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  if (ascii(bytes, 0, 4) === 'GIF8') return 'photo_gif';
  // the ISO container of HEIC and AVIF
  if (ascii(bytes, 4, 8) === 'ftyp' && /^(hei|hev|mif|msf|avi)/.test(ascii(bytes, 8, 12))) return 'photo_heic';
  if (/<svg[\s>]/i.test(ascii(bytes, 0, 2000))) return 'photo_svg';
  return 'photo_not_image';
}

export const isRefusal = (kind: PhotoKind | PhotoRefusal): kind is PhotoRefusal => kind.startsWith('photo_');
