import './styles/page.css';
import { Comms } from './comms.js';
import { Connection } from './connection.js';
import { PageManager } from './manager.js';
import { typeset } from './math.js';
import { hideBanner, quiet, say, showGone, showLost, showWorking } from './notices.js';
import { page } from './page.js';
import { texts } from './texts.js';

const comms = new Comms(showWorking);
const manager = new PageManager(comms);
const places = [...document.querySelectorAll('[data-model]')];
let shown = false;

async function connected() {
  hideBanner();
  await manager.restore();
  if (shown) return;
  shown = true;
  await Promise.all(places.map(showWidget));
  // The page is usable from here on; the server's tests and measurements wait for this.
  document.body.dataset.state = 'ready';
}

async function showWidget(place) {
  const loading = place.firstElementChild;
  try {
    await manager.show(place.dataset.model, place);
  } catch (error) {
    console.error(error);
    place.textContent = texts.notShown;
  }
  loading?.remove();
}

function received(message) {
  if (message.header.msg_type === 'notice') say(message.content.text);
  else comms.receive(message, (comm, opened) => manager.handle_comm_open(comm, opened));
}

comms.connection = new Connection(page.channels, {
  onOpen: () => connected().catch((error) => console.error(error)),
  onMessage: received,
  onLost() {
    showLost();
    comms.releaseAll();
  },
  onGone() {
    showGone();
    // Nothing is lost where nothing was done: such a page starts again by itself, once, if the server is there.
    const isFresh = Date.now() - Number(sessionStorage.getItem('restarted') ?? 0) < 60_000;
    if (comms.wasUsed || isFresh) return;
    sessionStorage.setItem('restarted', Date.now());
    fetch(location.href, { method: 'HEAD' }).then((response) => response.ok && location.reload(), () => {});
  },
});

typeset(document.querySelector('main'), '.math');
document.addEventListener('click', (event) => !event.target.closest('#notice') && quiet(), { capture: true });
