import { texts } from './texts.js';

const notice = document.getElementById('notice');
const noticeText = document.getElementById('notice-text');
const banner = document.getElementById('banner');
const bannerText = document.getElementById('banner-text');
const reload = document.getElementById('banner-reload');
const working = document.getElementById('working');

const WORKING_AFTER_MS = 300;
let workingTimer;

document.getElementById('notice-close').addEventListener('click', quiet);
reload.addEventListener('click', () => location.reload());

/** One sentence to the visitor, read out by screen readers; stays until closed or until the next answer. */
export function say(sentence) {
  noticeText.textContent = sentence;
  notice.hidden = false;
}

export function quiet() {
  notice.hidden = true;
  noticeText.textContent = '';
}

export function showLost() {
  bannerText.textContent = texts.lost;
  reload.hidden = true;
  banner.hidden = false;
}

export function showGone() {
  bannerText.textContent = texts.gone;
  reload.hidden = false;
  banner.hidden = false;
}

export function hideBanner() {
  banner.hidden = true;
}

/** Shown only where an answer takes noticeably long, so that quick ones do not flicker. */
export function showWorking(count) {
  clearTimeout(workingTimer);
  if (count > 0) workingTimer = setTimeout(() => (working.hidden = false), WORKING_AFTER_MS);
  else working.hidden = true;
}
