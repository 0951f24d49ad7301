import * as controls from '@jupyter-widgets/controls';

/** Views whose new text screen readers read out: this is how an app answers. */
const spoken = (View) =>
  class extends View {
    render() {
      super.render();
      this.el.setAttribute('aria-live', 'polite');
    }
  };

export const LabelView = spoken(controls.LabelView);
export const HTMLView = spoken(controls.HTMLView);

/** The standard view, which tells screen readers whether it is down. */
export class ToggleButtonView extends controls.ToggleButtonView {
  update(options) {
    this.el.setAttribute('aria-pressed', String(this.model.get('value')));
    return super.update(options);
  }
}
