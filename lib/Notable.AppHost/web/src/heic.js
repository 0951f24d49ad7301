/** iOS Safari draws no more than 16.7 megapixels; no answer needs as many. */
const MAX_PIXELS = 12_000_000;
const JPEG_QUALITY = 0.92;

/**
 * The file as JPEG where it is an iPhone's HEIC photo and this browser can decode it, as Safari can: few servers can.
 * Any other file is returned as it is.
 */
export async function withoutHeic(file) {
  if (!/^image\/hei[cf]/.test(file.type) && !/\.hei[cf]$/i.test(file.name)) return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, Math.sqrt(MAX_PIXELS / (bitmap.width * bitmap.height)));
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: Math.round(bitmap.width * scale), height: Math.round(bitmap.height * scale) });
    canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const jpeg = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY));
    return new File([jpeg], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg', lastModified: file.lastModified });
  } catch {
    // The server says what to do with a file that it cannot read either.
    return file;
  }
}
