/** A file size as people write it, with powers of 1000 as phones and desktops show it: "20 MB", "20.9 MB", "340 kB". */
export function readableSize(bytes) {
  const [unit, name] = bytes < 1e6 ? [1e3, 'kB'] : bytes < 1e9 ? [1e6, 'MB'] : [1e9, 'GB'];
  return `${(bytes / unit).toFixed(1).replace(/\.0$/, '')} ${name}`;
}
