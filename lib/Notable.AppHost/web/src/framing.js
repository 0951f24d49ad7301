// One message is one WebSocket frame. Without buffers: JSON text. With buffers, as the classic Jupyter server laid it out:
// u32 count of parts, u32 offset of each part, then the parts, the first of which is the JSON. All numbers are big-endian.

export function encode(message, buffers) {
  const json = JSON.stringify(message);
  if (!buffers?.length) return json;

  const parts = [new TextEncoder().encode(json), ...buffers.map(bytesOf)];
  const head = new DataView(new ArrayBuffer(4 * (parts.length + 1)));
  head.setUint32(0, parts.length);
  let offset = head.byteLength;
  parts.forEach((part, i) => {
    head.setUint32(4 * (i + 1), offset);
    offset += part.byteLength;
  });
  // A blob keeps the file's bytes where they are: no second copy of a photo in a phone's memory.
  return new Blob([head, ...parts]);
}

export function decode(data) {
  if (typeof data === 'string') return { ...JSON.parse(data), buffers: [] };

  const view = new DataView(data);
  const count = view.getUint32(0);
  const offsets = Array.from({ length: count }, (_, i) => view.getUint32(4 * (i + 1)));
  const parts = offsets.map((from, i) => new DataView(data, from, (offsets[i + 1] ?? data.byteLength) - from));
  return { ...JSON.parse(new TextDecoder().decode(parts[0])), buffers: parts.slice(1) };
}

const bytesOf = (b) => (b instanceof ArrayBuffer ? new Uint8Array(b) : new Uint8Array(b.buffer, b.byteOffset, b.byteLength));
