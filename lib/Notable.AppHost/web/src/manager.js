import * as base from '@jupyter-widgets/base';
import * as controls from '@jupyter-widgets/controls';
import { ManagerBase } from '@jupyter-widgets/base-manager';
import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';
import { typeset } from './math.js';
import * as output from './widgets/output.js';
import { FileUploadView } from './widgets/file-upload.js';
import { ImageView } from './widgets/image.js';
import { HTMLView, LabelView, ToggleButtonView } from './widgets/spoken.js';

const modules = {
  '@jupyter-widgets/base': base,
  '@jupyter-widgets/controls': { ...controls, FileUploadView, HTMLView, ImageView, LabelView, ToggleButtonView },
  '@jupyter-widgets/output': output,
};

const stillBusy = new Error('The app did not answer in time.');

/** Jupyter Widgets on this page: classes from the bundle alone, comms over the visitor's own connection. */
export class PageManager extends ManagerBase {
  constructor(comms) {
    super();
    this.comms = comms;
    // Where views of descriptions, labels and HTML with math look for what shows it.
    this._rendermime = { latexTypesetter: { typeset } };
  }

  /** Takes every model over from the server; also brings a page up to date that was away. */
  async restore() {
    for (;;) {
      try {
        return await this._loadFromKernel();
      } catch (error) {
        // The server answers after the visitor's running handler, which may take longer than the manager waits.
        if (error !== stillBusy || !this.comms.connection.isOpen) throw error;
      }
    }
  }

  async show(modelId, element) {
    const view = await this.create_view(await this.get_model(modelId));
    Widget.attach(view.luminoWidget, element);
    const resized = () => MessageLoop.postMessage(view.luminoWidget, Widget.ResizeMessage.UnknownSize);
    addEventListener('resize', resized);
    view.once('remove', () => removeEventListener('resize', resized));
    return view;
  }

  async loadClass(className, moduleName) {
    const found = modules[moduleName]?.[className];
    if (!found) throw new Error(`This page does not carry the widget ${className} of ${moduleName}.`);
    return found;
  }

  async _create_comm(targetName, modelId, data, metadata, buffers) {
    const comm = this.comms.create(targetName, modelId);
    if (data) comm.open(data, {}, metadata, buffers);
    return comm;
  }

  // What the manager does when the control comm did not answer in time.
  async _loadFromKernelModels() {
    throw stillBusy;
  }
}
