import { DOMWidgetView } from '@jupyter-widgets/base';
import { withoutHeic } from '../heic.js';
import { say } from '../notices.js';
import { page } from '../page.js';
import { readableSize } from '../sizes.js';
import { texts } from '../texts.js';
import { sendFile } from '../upload.js';

/** A phone or a tablet: nothing can be dropped on it, and it offers its camera where a page asks for a picture. */
const isTouched = matchMedia('(pointer: coarse)').matches;

/**
 * The place to hand files in: choose, take with the camera, drop, paste. A file goes to the server in pieces by HTTP, with
 * its progress shown and a way to cancel; the message of the standard model then names it.
 */
export class FileUploadView extends DOMWidgetView {
  render() {
    super.render();
    this.el.classList.add('jupyter-widgets', 'upload');
    this.input = this.fileInput();
    this.choose = this.button('widget-upload', () => this.input.click());
    this.camera = this.fileInput();
    this.camera.accept = 'image/*';
    this.camera.setAttribute('capture', 'environment');
    this.hasCamera = isTouched;
    this.take = this.button('upload-camera', () => this.camera.click());
    this.take.textContent = texts.camera;
    this.hint = element('p', 'upload-hint');
    this.progress = element('div', 'upload-progress');
    this.bar = element('progress');
    this.state = element('p', 'upload-state');
    this.state.setAttribute('role', 'status');
    this.cancel = this.button('upload-cancel', () => this.abort?.abort());
    this.cancel.textContent = texts.cancel;
    this.progress.append(this.bar, this.cancel);
    this.progress.hidden = true;
    this.el.append(this.input, this.camera, this.choose, this.take, this.hint, this.progress, this.state);
    this.listenForDrops();
    this.lookForCamera();
    this.listenTo(this.model, 'change', this.update);
    this.listenTo(this.model, 'change:error', this.sayError);
    this.update();
  }

  /** Hides the camera's button where there is none. */
  async lookForCamera() {
    // Browsers list devices only on pages from this machine or over HTTPS.
    if (!this.hasCamera || !navigator.mediaDevices?.enumerateDevices) return;
    const devices = await navigator.mediaDevices.enumerateDevices().catch(() => null);
    this.hasCamera = devices === null || devices.some((device) => device.kind === 'videoinput');
    this.update();
  }

  fileInput() {
    const input = element('input');
    Object.assign(input, { type: 'file', hidden: true, tabIndex: -1 });
    input.addEventListener('change', () => {
      const files = [...input.files];
      // The same file can be chosen again.
      input.value = '';
      this.send(files);
    });
    return input;
  }

  button(className, onClick) {
    const button = element('button', `jupyter-button ${className}`);
    button.type = 'button';
    button.addEventListener('click', onClick);
    return button;
  }

  update() {
    if (!this.choose) return;
    const description = this.model.get('description');
    const isBusy = Boolean(this.abort);
    const isForPictures = takesPictures(this.model.get('accept'));
    // The standard model's own word is no author's choice.
    this.choose.textContent = description && description !== 'Upload' ? description : isForPictures ? texts.choosePhoto : texts.choose;
    this.choose.className = `jupyter-button widget-upload mod-${this.model.get('button_style') || 'primary'}`;
    this.choose.title = this.model.get('tooltip') ?? '';
    this.choose.disabled = this.take.disabled = this.model.get('disabled') || isBusy;
    this.input.accept = this.model.get('accept');
    this.input.multiple = this.model.get('multiple');
    this.take.hidden = !isForPictures || !this.hasCamera;
    this.hint.textContent = `${isTouched ? '' : `${texts.dropOrPaste} · `}${texts.upTo(readableSize(page.maxUploadBytes))}`;
    this.progress.hidden = !isBusy;
    if (!isBusy) this.state.textContent = this.chosen();
  }

  chosen() {
    const files = this.model.get('value');
    return files.length === 0 ? '' : files.length === 1 ? files[0].name : texts.files(files.length);
  }

  listenForDrops() {
    const over = (isOver) => this.el.classList.toggle('is-over', isOver);
    this.el.addEventListener('dragover', (event) => {
      event.preventDefault();
      over(true);
    });
    this.el.addEventListener('dragleave', () => over(false));
    this.el.addEventListener('drop', (event) => {
      event.preventDefault();
      over(false);
      this.offer(event.dataTransfer.files);
    });
    const paste = (event) => {
      if (event.clipboardData.files.length === 0) return;
      event.preventDefault();
      this.offer(event.clipboardData.files);
    };
    // Only one place of a page can have what is pasted into the page as a whole.
    if (document.querySelector('.upload') === null || document.querySelector('.upload') === this.el) {
      document.addEventListener('paste', paste);
      this.once('remove', () => document.removeEventListener('paste', paste));
    }
  }

  /** Files that did not come through the file dialog, which would have looked at their kind. */
  offer(list) {
    if (this.choose.disabled || list.length === 0) return;
    const files = [...list].slice(0, this.model.get('multiple') ? list.length : 1);
    if (takesPictures(this.model.get('accept')) && files.some((file) => file.type && !file.type.startsWith('image/'))) say(texts.wrongKind);
    else this.send(files);
  }

  async send(chosen) {
    if (chosen.length === 0 || this.abort) return;
    this.abort = new AbortController();
    this.update();
    try {
      const files = takesPictures(this.model.get('accept')) ? await Promise.all(chosen.map(withoutHeic)) : chosen;
      if (!this.fits(files)) return;
      const ids = [];
      Object.assign(this.bar, { max: Math.max(1, totalSize(files)), value: 0 });
      let before = 0;
      for (const file of files) {
        this.bar.setAttribute('aria-label', texts.sending(file.name));
        this.state.textContent = texts.sending(file.name);
        ids.push(await sendFile(file, {
          signal: this.abort.signal,
          onProgress: (bytes) => {
            this.bar.value = before + bytes;
            this.state.textContent = texts.sending(file.name);
          },
          onWait: (seconds) => (this.state.textContent = texts.busy(seconds)),
        }));
        before += file.size;
      }
      this.tell(files, ids);
    } catch (error) {
      if (error.name !== 'AbortError') say(error.reason === 'busy' ? texts.noRoom : texts.sendFailed);
    } finally {
      this.abort = null;
      this.update();
    }
  }

  fits(files) {
    const total = totalSize(files);
    if (total <= page.maxUploadBytes) return true;
    const [size, limit] = [readableSize(total), readableSize(page.maxUploadBytes)];
    say(files.length === 1 ? texts.fileTooLarge(size, limit) : texts.filesTooLarge(files.length, size, limit));
    this.isToldHere = true;
    this.model.send({ event: 'refused', size: total, limit: page.maxUploadBytes });
    return false;
  }

  /** The message of the standard model, with the buffers named instead of carried. */
  tell(files, uploads) {
    const value = files.map((file) => ({ name: file.name, type: file.type, size: file.size, last_modified: file.lastModified }));
    const buffer_paths = files.map((_, i) => ['value', i, 'content']);
    this.model.comm.send({ method: 'update', state: { value }, buffer_paths }, this.callbacks(), { uploads });
    // As if it had come from the server: it is not to be sent once more.
    this.model.set_state({ value, error: '' });
  }

  // The notebook hears of a refused file and makes an error of it, which says the same again.
  sayError() {
    const error = this.model.get('error');
    if (error && !this.isToldHere) say(error);
    this.isToldHere = false;
  }

  remove() {
    this.abort?.abort();
    return super.remove();
  }
}

const totalSize = (files) => files.reduce((sum, file) => sum + file.size, 0);

const takesPictures = (accept) => /(^|,)\s*image\//.test(accept);

function element(name, className = '') {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
