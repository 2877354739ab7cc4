/** The host that serves the background of maps, as the reader should know it. */
export function tileHost(): string {
  const url = process.env.TILE_URL || 'https://tile.openstreetmap.org/{z}/{x}/{y}.png';
  return new URL(url.replace('{s}.', '')).host;
}
