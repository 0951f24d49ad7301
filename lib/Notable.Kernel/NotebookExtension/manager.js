// The widgets of one kernel, over the notebook's own comms.
define(['require', 'base/js/utils', 'services/kernels/comm'], (require, utils, comms) => {
  const folder = require.toUrl('./').replace(/\?.*$/, '');

  /** Loads html-manager, once and only for a kernel that has use for it: it has three megabytes. */
  let loaded;
  function load() {
    // The icons' fonts are looked for where these modules say that they are; all are in the one file.
    const paths = ['base', 'controls', 'html-manager'].map((name) => [`@jupyter-widgets/${name}`, `${folder}${name}`]);
    requirejs.config({ paths: Object.fromEntries(paths) });
    loaded ??= new Promise((resolve, reject) =>
      require(['./libembed-amd'], () => require(['@jupyter-widgets/html-manager'], resolve, reject), reject));
    return loaded;
  }

  function liveManager({ HTMLManager }, kernel) {
    return new (class extends HTMLManager {
      async _create_comm(target, id, data, metadata, buffers) {
        if (data || metadata) return kernel.comm_manager.new_comm(target, data, {}, metadata, id, buffers);
        // The kernel has it open already.
        const comm = new comms.Comm(target, id);
        kernel.comm_manager.register_comm(comm);
        return comm;
      }

      _get_comm_info() {
        return new Promise((resolve) => kernel.comm_info('jupyter.widget', (reply) => resolve(reply.content.comms)));
      }
    })({ loader: (name) => Promise.reject(new Error(`This notebook does not carry the widgets of ${name}.`)) });
  }

  class KernelWidgets {
    constructor(kernel) {
      this.kernel = kernel;
      this.views = new Set();
      this.manager = load().then((module) => liveManager(module, kernel));
      kernel.comm_manager.register_target('jupyter.widget', async (comm, message) => {
        const manager = await this.manager;
        return manager.handle_comm_open(comm, message);
      });
      this.restore();
    }

    /** Takes over what the kernel has: after the page was loaded anew or had lost the kernel. */
    restore() {
      this.restored = this.manager.then((manager) => manager._loadFromKernel());
      this.restored.catch((error) => console.error('The widgets of this kernel could not be taken over.', error));
    }

    async show(id, element) {
      const manager = await this.manager;
      if (!manager.has_model(id)) await this.restored;
      const view = await manager.create_view(await manager.get_model(id));
      await manager.display_view(view, element);
      this.views.add(view);
    }

    /** Lets go of views whose output is gone. */
    sweep() {
      for (const view of this.views)
        if (!view.el.isConnected) {
          this.views.delete(view);
          view.remove();
        }
    }

    /** The kernel starts anew: its widgets are gone. */
    forget() {
      this.manager.then((manager) => manager.disconnect());
      this.kernel.comm_manager.unregister_target('jupyter.widget');
    }
  }

  return { open: (kernel) => new KernelWidgets(kernel) };
});
