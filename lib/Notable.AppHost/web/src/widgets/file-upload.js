import { FileUploadView as StandardFileUploadView } from '@jupyter-widgets/controls';
import { say } from '../notices.js';
import { page } from '../page.js';
import { readableSize } from '../sizes.js';

/** The standard view with the size limit on its face, which a file that is too large never gets past. */
export class FileUploadView extends StandardFileUploadView {
  render() {
    super.render();
    // A capturing listener runs before the standard one, which would read the file into memory.
    this.fileInput.addEventListener('change', (event) => this.checkSize(event), { capture: true });
    this.listenTo(this.model, 'change:error', this.sayError);
  }

  checkSize(event) {
    const files = [...this.fileInput.files];
    const total = files.reduce((sum, file) => sum + file.size, 0);
    if (total <= page.maxUploadBytes) return;
    event.stopImmediatePropagation();
    const what = files.length === 1 ? 'This file has' : `These ${files.length} files have`;
    say(`${what} ${readableSize(total)}; the limit is ${readableSize(page.maxUploadBytes)}. Please choose a smaller one.`);
    this.isToldHere = true;
    this.model.send({ event: 'refused', size: total, limit: page.maxUploadBytes });
  }

  // The notebook hears of a refused file and makes an error of it, which says the same again.
  sayError() {
    const error = this.model.get('error');
    if (error && !this.isToldHere) say(error);
    this.isToldHere = false;
  }

  update() {
    const result = super.update();
    const text = this.el.lastChild;
    if (text) text.textContent = this.model.get('description');
    const note = document.createElement('small');
    note.className = 'upload-note';
    note.textContent = this.chosen() ?? `up to ${readableSize(page.maxUploadBytes)}`;
    this.el.append(note);
    return result;
  }

  chosen() {
    const files = this.model.get('value');
    if (!files.length) return null;
    return files.length === 1 ? files[0].name : `${files.length} files`;
  }
}
