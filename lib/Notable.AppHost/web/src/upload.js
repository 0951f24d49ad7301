import { uuid } from '@jupyter-widgets/base';
import { page } from './page.js';

/** As the server has it: a piece that passes proxies with a limit of a megabyte. */
const PIECE_BYTES = 512 * 1024;
const LONGEST_WAIT_S = 30;
const ATTEMPTS = 6;
/** Two minutes of a server that says it has no room just now: others are being answered meanwhile. */
const BUSY_ATTEMPTS = 40;

/** Why a file could not be sent: 'busy' (the server has no room), 'refused', 'failed' (the network). */
export class UploadError extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Sends a file in pieces by HTTP and gives the id under which the server holds it. Goes on where it stopped when the
 * network was away for a moment. `onProgress(bytes)` hears what has arrived, `onWait(seconds)` that the server asked to wait.
 */
export async function sendFile(file, { signal, onProgress, onWait }) {
  const id = uuid();
  try {
    for (let offset = 0; ; ) {
      const piece = file.slice(offset, offset + PIECE_BYTES);
      const next = await sendPiece(id, file.size, offset, piece, { signal, onWait });
      onProgress(next);
      if (next >= file.size) return id;
      offset = next;
    }
  } catch (error) {
    if (!(error instanceof UploadError && error.reason === 'refused')) forget(id);
    throw error;
  }
}

function forget(id) {
  fetch(page.upload(id), { method: 'DELETE', headers: page.headers, keepalive: true }).catch(() => {});
}

/** The place of the next piece. */
async function sendPiece(id, size, offset, body, { signal, onWait }) {
  const url = page.upload(id);
  url.search = new URLSearchParams({ size, offset });
  let reason = 'failed';
  for (let attempt = 0, busy = 0; attempt < ATTEMPTS && busy < BUSY_ATTEMPTS; ) {
    let wait = 2 ** attempt / 2;
    try {
      const response = await fetch(url, { method: 'POST', headers: page.headers, body, signal });
      const received = Number(response.headers.get('Upload-Offset') ?? NaN);
      if (response.ok || (response.status === 409 && received > offset)) return received;
      if (![429, 503, 502, 504, 409].includes(response.status)) throw new UploadError('refused');
      reason = response.status === 429 || response.status === 503 ? 'busy' : 'failed';
      wait = Math.min(Number(response.headers.get('Retry-After')) || wait, LONGEST_WAIT_S);
      if (reason === 'busy') {
        busy++;
        onWait(wait);
      } else attempt++;
    } catch (error) {
      if (error instanceof UploadError || signal.aborted) throw error;
      reason = 'failed';
      attempt++;
    }
    await pause(wait * 1000, signal);
  }
  throw new UploadError(reason);
}

function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });
}
