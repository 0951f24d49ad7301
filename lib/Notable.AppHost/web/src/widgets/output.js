import { DOMWidgetModel, DOMWidgetView } from '@jupyter-widgets/base';
import { outputElement } from '../outputs.js';

export class OutputModel extends DOMWidgetModel {
  defaults() {
    return {
      ...super.defaults(),
      _model_name: 'OutputModel',
      _view_name: 'OutputView',
      _model_module: '@jupyter-widgets/output',
      _view_module: '@jupyter-widgets/output',
      msg_id: '',
      outputs: [],
    };
  }
}

export class OutputView extends DOMWidgetView {
  render() {
    super.render();
    this.el.classList.add('jupyter-widgets', 'output-widget');
    this.listenTo(this.model, 'change:outputs', this.update);
    this.update();
  }

  update() {
    this.removeShown();
    const showModel = (id, place) => this.show(id, place);
    this.el.replaceChildren(...(this.model.get('outputs') ?? []).map((output) => outputElement(output, showModel)));
    return super.update();
  }

  async show(modelId, place) {
    await this.displayed;
    // Newer outputs may have come by now.
    if (!place.isConnected) return;
    this.shown.push(await this.model.widget_manager.show(modelId, place));
  }

  removeShown() {
    this.shown?.forEach((view) => view.remove());
    this.shown = [];
  }

  remove() {
    this.removeShown();
    return super.remove();
  }
}
