import { uuid } from '@jupyter-widgets/base';

/** All open comms of the page, the messages on their way, and the way between them and the connection. */
export class Comms {
  /** `onPending(count)` hears how many messages the server has not finished yet. */
  constructor(onPending) {
    this.comms = new Map();
    this.pending = new Map();
    this.onPending = onPending;
    this.wasUsed = false;
  }

  create(targetName, commId = uuid()) {
    const comm = new Comm(this, targetName, commId);
    this.comms.set(commId, comm);
    return comm;
  }

  send(type, content, callbacks, metadata, buffers) {
    const id = uuid();
    this.pending.set(id, callbacks ?? {});
    this.onPending(this.pending.size);
    // The manager's own question for all states is nothing that a visitor has done.
    this.wasUsed ||= this.comms.get(content.comm_id)?.target_name === 'jupyter.widget';
    const message = { header: { msg_id: id, msg_type: type }, parent_header: {}, metadata: metadata ?? {}, content };
    // What is done while the connection is lost is lost too: the page shows that it is, and takes the server's state after.
    if (!this.connection.send(message, buffers)) queueMicrotask(() => this.release(id));
    return id;
  }

  /** `openComm(comm, message)` is called for a comm that the server opens. */
  receive(message, openComm) {
    const { comm_id: id, target_name: target } = message.content;
    switch (message.header.msg_type) {
      case 'comm_open':
        return openComm(this.create(target, id), message);
      case 'comm_msg':
        return this.comms.get(id)?.deliver(message);
      case 'comm_close':
        this.comms.get(id)?.closeHandler?.(message);
        return this.comms.delete(id);
      case 'status':
        return this.status(message.parent_header.msg_id, message);
    }
  }

  /** Widgets hold further changes back until the server says 'idle'; after a lost connection nobody will. */
  releaseAll() {
    for (const id of [...this.pending.keys()]) this.release(id);
  }

  release(id) {
    this.status(id, { header: { msg_type: 'status' }, parent_header: { msg_id: id }, content: { execution_state: 'idle' } });
  }

  status(parentId, message) {
    const callbacks = this.pending.get(parentId);
    if (!callbacks) return;
    if (message.content.execution_state === 'idle') {
      this.pending.delete(parentId);
      this.onPending(this.pending.size);
    }
    callbacks.iopub?.status?.(message);
  }
}

/** The object a widget model talks to; its members are those of Jupyter's classic comm. */
class Comm {
  constructor(comms, targetName, commId) {
    Object.assign(this, { comms, target_name: targetName, comm_id: commId });
    this.early = [];
  }

  open(data, callbacks, metadata, buffers) {
    return this.comms.send('comm_open', { comm_id: this.comm_id, target_name: this.target_name, data }, callbacks, metadata, buffers);
  }

  // Widgets match the echo of a change by the id that this returns.
  send(data, callbacks, metadata, buffers) {
    return this.comms.send('comm_msg', { comm_id: this.comm_id, data }, callbacks, metadata, buffers);
  }

  close(data = {}, callbacks, metadata, buffers) {
    this.comms.comms.delete(this.comm_id);
    return this.comms.send('comm_close', { comm_id: this.comm_id, data }, callbacks, metadata, buffers);
  }

  on_msg(handler) {
    this.messageHandler = handler;
    this.early.splice(0).forEach(handler);
  }

  // A model is built in several asynchronous steps and listens only at the end of them: nothing may be lost until then.
  deliver(message) {
    return this.messageHandler ? this.messageHandler(message) : this.early.push(message);
  }

  on_close(handler) {
    this.closeHandler = handler;
  }
}
