import { ImageView as StandardImageView } from '@jupyter-widgets/controls';

/** The standard view, hidden while there is no picture: browsers draw a broken one for it. */
export class ImageView extends StandardImageView {
  update() {
    this.el.hidden = !this.model.get('value')?.byteLength;
    this.el.alt = '';
    return this.el.hidden ? undefined : super.update();
  }
}
