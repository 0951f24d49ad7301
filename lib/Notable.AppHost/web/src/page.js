const { dataset } = document.body;
const session = new URL(`${dataset.session}/`, location.href);

/** What the server wrote into the page for this script. */
export const page = {
  channels: new URL('channels', session.href.replace(/^http/, 'ws')),
  upload: (id) => new URL(`uploads/${id}`, session),
  maxUploadBytes: Number(dataset.maxUploadBytes),
};
