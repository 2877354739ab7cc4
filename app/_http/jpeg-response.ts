/** A photo for the one who asked: kept by no cache, sniffed as nothing else. */
export const jpegResponse = (bytes: Buffer): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Cache-Control': 'private, no-store',
      'Content-Disposition': 'inline; filename="photo.jpg"',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  });
