const { dataset } = document.body;

/** What the server wrote into the page for this script. */
export const page = {
  channels: new URL(dataset.channels, location.href.replace(/^http/, 'ws')),
  maxUploadBytes: Number(dataset.maxUploadBytes),
};
