const { dataset } = document.body;
const session = new URL(`${dataset.session}/`, location.href);

/** What the server wrote into the page for this script. */
export const page = {
  channels: new URL('channels', session.href.replace(/^http/, 'ws')),
  upload: (id) => new URL(`uploads/${id}`, session),
  // Neither is kept in the access log of a proxy, as an address would be.
  protocols: ['notable', `notable.${dataset.key}`],
  headers: { 'Notable-Key': dataset.key },
  maxUploadBytes: Number(dataset.maxUploadBytes),
};
