import { texts } from './texts.js';

const WIDGET_VIEW = 'application/vnd.jupyter.widget-view+json';
const IMAGES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/** One nbformat output as an element; `showModel(modelId, element)` fills in a widget. */
export function outputElement(output, showModel) {
  switch (output.output_type) {
    case 'stream':
      return textElement(joined(output.text));
    case 'error':
      return element('p', 'output-error', texts.failed);
    default:
      return bundleElement(output.data ?? {}, showModel);
  }
}

function bundleElement(data, showModel) {
  if (data[WIDGET_VIEW]) {
    const place = element('div', 'widget-place');
    queueMicrotask(() => showModel(data[WIDGET_VIEW].model_id, place).catch((error) => console.error(error)));
    return place;
  }
  if (data['image/svg+xml']) return imageElement(`data:image/svg+xml;utf8,${encodeURIComponent(joined(data['image/svg+xml']))}`);
  for (const type of IMAGES) if (data[type]) return imageElement(`data:${type};base64,${joined(data[type]).replaceAll('\n', '')}`);
  if (data['text/html']) {
    const place = element('div', 'output-html');
    place.innerHTML = joined(data['text/html']);
    return place;
  }
  return textElement(joined(data['text/plain'] ?? ''));
}

function imageElement(source) {
  const image = element('img', 'output-image');
  image.src = source;
  image.alt = '';
  return image;
}

const textElement = (text) => element('pre', 'output-text', text.replaceAll(/\x1b\[[0-9;]*m/g, '').replaceAll(/[^\r\n]*\r+(?=[^\r\n])|\r/g, ''));

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// nbformat allows a text to be stored as a list of lines.
const joined = (text) => (Array.isArray(text) ? text.join('') : text);
