// Builds the page's script and styles into the folder dist.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { licenses } from './licenses.mjs';

rmSync('dist', { recursive: true, force: true });

const { metafile } = await build({
  entryPoints: { app: 'src/main.js' },
  outdir: 'dist',
  entryNames: '[name]-[hash]',
  // What few pages need (math) is loaded by those that do.
  splitting: true,
  chunkNames: 'part-[hash]',
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome100', 'firefox100', 'safari15'],
  // All notices are in one file, which the page's footer links to.
  legalComments: 'none',
  banner: { js: '/* licenses of the parts: licenses.txt beside this file */' },
  alias: {
    // Nothing here asks a server for anything through jQuery or animates with it.
    jquery: 'jquery/dist/jquery.slim.js',
    'sanitize-html': './src/sanitize-widget-html.js',
  },
  metafile: true,
  logLevel: 'warning',
});

writeFileSync('dist/licenses.txt', licenses(metafile));

for (const file of [...Object.keys(metafile.outputs), 'dist/licenses.txt']) {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
