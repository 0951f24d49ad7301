import { decode, encode } from './framing.js';
import { page } from './page.js';

/** Close codes of the server, from the range that RFC 6455 leaves to applications. */
const SESSION_GONE = 4404;

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/**
 * A WebSocket that reconnects by itself after it drops. Calls `onOpen`, `onMessage(message)`, `onLost` (it will try again) and
 * `onGone` (the server no longer knows this visitor: the page must be loaded again). The server's side is
 * `Sessions/PageConversation.cs`.
 */
export class Connection {
  constructor(url, handlers) {
    this.url = url;
    this.handlers = handlers;
    this.wait = FIRST_WAIT_MS;
    addEventListener('online', () => this.retryNow());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.retryNow());
    this.open();
  }

  get isOpen() {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** Whether the message could be sent. */
  send(message, buffers) {
    if (this.isOpen) this.socket.send(encode(message, buffers));
    return this.isOpen;
  }

  open() {
    clearTimeout(this.timer);
    this.timer = null;
    this.socket = new WebSocket(this.url, page.protocols);
    this.socket.binaryType = 'arraybuffer';
    this.socket.onopen = () => {
      this.wait = FIRST_WAIT_MS;
      this.handlers.onOpen();
    };
    this.socket.onmessage = (event) => this.handlers.onMessage(decode(event.data));
    this.socket.onclose = (event) => this.closed(event.code);
  }

  closed(code) {
    if (code === SESSION_GONE) {
      this.handlers.onGone();
      return;
    }
    this.handlers.onLost();
    this.timer = setTimeout(() => this.open(), this.wait);
    this.wait = Math.min(2 * this.wait, LONGEST_WAIT_MS);
  }

  retryNow() {
    if (this.timer) this.open();
  }
}
