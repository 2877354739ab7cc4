import exifReader from 'exif-reader';

/** What a camera wrote into its file: WGS84 degrees, metres, local time without a zone. */
export type Exif = {
  lng: number | null;
  lat: number | null;
  errorMetres: number | null;
  /** YYYY-MM-DDTHH:MM:SS. */
  takenAt: string | null;
};

const nothing: Exif = { lng: null, lat: null, errorMetres: null, takenAt: null };

function degrees(parts: unknown, negative: boolean, most: number): number | null {
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const [d, m, s] = parts.map(Number);
  const value = d! + m! / 60 + s! / 3600;
  return Number.isFinite(value) && value >= 0 && value <= most ? (negative ? -value : value) : null;
}

/** Reads the position and time of an EXIF block; whatever cannot be read is null, and 0/0 is no position. */
export function readExif(block: Buffer | undefined): Exif {
  if (!block) return nothing;
  try {
    const { Photo, GPSInfo } = exifReader(block);
    const lat = degrees(GPSInfo?.GPSLatitude, GPSInfo?.GPSLatitudeRef === 'S', 90);
    const lng = degrees(GPSInfo?.GPSLongitude, GPSInfo?.GPSLongitudeRef === 'W', 180);
    const placed = lat !== null && lng !== null && (lat !== 0 || lng !== 0);
    const error = Number(GPSInfo?.GPSHPositioningError);
    const taken = Photo?.DateTimeOriginal;
    return {
      lat: placed ? lat : null,
      lng: placed ? lng : null,
      errorMetres: placed && error > 0 && Number.isFinite(error) ? error : null,
      takenAt: taken instanceof Date && !Number.isNaN(taken.getTime()) ? taken.toISOString().slice(0, 19) : null,
    };
  } catch {
    return nothing;
  }
}
