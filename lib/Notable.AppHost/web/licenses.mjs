import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// The packages of these projects carry no license file.
const own = [
  ['@jupyter-widgets/', 'licenses/jupyter-widgets.txt'],
  ['@lumino/', 'licenses/lumino.txt'],
];

/** The license texts of every package that esbuild put into the bundle; a package without one fails the build. */
export function licenses(metafile) {
  const names = new Set(Object.keys(metafile.inputs).map(packageOf).filter(Boolean));
  const sections = [...names].sort().map((name) => {
    const { version, license } = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8'));
    return `${name} ${version} (${license})\n\n${readFileSync(licenseFile(name), 'utf8').trim()}\n`;
  });
  return `The page's script and styles contain the following packages.\n\n${sections.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

function packageOf(input) {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
}

function licenseFile(name) {
  const folder = join('node_modules', name);
  const shipped = readdirSync(folder).find((file) => /^licen[sc]e(\.(txt|md))?$/i.test(file));
  const file = shipped ? join(folder, shipped) : own.find(([prefix]) => name.startsWith(prefix))?.[1];
  if (!file || !existsSync(file)) throw new Error(`${name} has no license file, and licenses.mjs knows none for it`);
  return file;
}
