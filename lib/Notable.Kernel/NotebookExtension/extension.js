// Jupyter Notebook 6: shows the widgets of C# notebooks. Its own widget extension is made for Python's, and no package registry
// of JavaScript has it; html-manager, which lies beside this file, carries the same widgets.
define(['base/js/namespace', 'base/js/events', 'notebook/js/outputarea', './manager'], (Jupyter, events, outputarea, manager) => {
  const viewType = 'application/vnd.jupyter.widget-view+json';
  const kernelName = 'notable-csharp';
  let widgets = null;

  function start(kernel) {
    if (kernel.name !== kernelName) return;
    if (widgets?.kernel === kernel) widgets.restore();
    else widgets = manager.open(kernel);
  }

  /** Called by the notebook's output area, which waits for no promise: the element is filled when the widget is there. */
  function append(view, metadata, element) {
    const place = this.create_output_subarea(metadata, 'output_widget_view', viewType);
    Jupyter.keyboard_manager.register_events(place);
    element.append(place);
    const said = () => place.text('This widget is no longer there. Run the cell again.');
    if (widgets) widgets.show(view.model_id, place[0]).catch(said);
    else said();
    return place;
  }

  function load_ipython_extension() {
    const prototype = outputarea.OutputArea.prototype;
    // Python's widgets, if they are installed, keep their own display: it is asked for in other kernels.
    const others = outputarea.OutputArea.append_map[viewType];
    prototype.register_mime_type(viewType, function (...given) {
      return (others && Jupyter.notebook.kernel?.name !== kernelName ? others : append).apply(this, given);
    }, { safe: true, index: 0 });
    events.on('kernel_ready.Kernel', (_, { kernel }) => start(kernel));
    events.on('kernel_restarting.Kernel', () => { widgets?.forget(); widgets = null; });
    events.on('clear_output.CodeCell delete.Cell', () => setTimeout(() => widgets?.sweep()));
    if (Jupyter.notebook?.kernel?.is_connected()) start(Jupyter.notebook.kernel);
  }

  return { load_ipython_extension };
});
