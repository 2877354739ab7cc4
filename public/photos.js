// Shrinks photos on the phone before they are sent. What the camera wrote of place and time goes along, because the page
// asks whether to use it; the server keeps none of it otherwise.
(() => {
  const longest = 2048;
  const small = 1_500_000;

  // The Exif segment of a JPEG with its orientation set to upright, since the smaller picture is turned already.
  const exifOf = async (file) => {
    const bytes = new Uint8Array(await file.slice(0, 262144).arrayBuffer());
    const view = new DataView(bytes.buffer);
    if (view.getUint16(0) !== 0xffd8) return null;
    let at = 2;
    while (at + 10 < bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
      const length = view.getUint16(at + 2);
      if (bytes[at + 1] === 0xe1 && view.getUint32(at + 4) === 0x45786966) {
        const segment = bytes.slice(at, at + 2 + length);
        upright(segment);
        return segment;
      }
      at += 2 + length;
    }
    return null;
  };
  const upright = (segment) => {
    const tiff = new DataView(segment.buffer, 10);
    const little = tiff.getUint16(0) === 0x4949;
    const first = tiff.getUint32(4, little);
    const count = tiff.getUint16(first, little);
    for (let i = 0; i < count; i += 1) {
      const entry = first + 2 + i * 12;
      if (tiff.getUint16(entry, little) === 0x0112) tiff.setUint16(entry + 8, 1, little);
    }
  };

  const smaller = async (file) => {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    if (scale === 1 && file.size <= small) return file;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const drawn = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    if (!drawn) return file;
    const exif = await exifOf(file).catch(() => null);
    const parts = exif ? [drawn.slice(0, 2), exif, drawn.slice(2)] : [drawn];
    return new File(parts, 'photo.jpg', { type: 'image/jpeg' });
  };

  // Weighed when chosen, sent later: shrunk once.
  const made = new WeakMap();
  const once = (file) => {
    if (!made.has(file))
      made.set(
        file,
        smaller(file).catch(() => file),
      );
    return made.get(file);
  };

  globalThis.smallerPhotos = async (answers) => {
    const all = answers.getAll('photo');
    answers.delete('photo');
    for (const file of all) answers.append('photo', file.size > 0 ? await once(file) : file);
    return answers;
  };
  globalThis.weighPhotos = async (files) => {
    let bytes = 0;
    for (const file of files) bytes += (await once(file)).size;
    return bytes;
  };
})();
