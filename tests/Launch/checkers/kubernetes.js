// Checks every object of a Kubernetes file against its published schema: node kubernetes.js FILE. A line an error; exit code 1.
// The schemas let fields pass that they do not know, which the cluster refuses: one that no schema has looked at is an error too.
const fs = require('node:fs');
const path = require('node:path');
const { parseAllDocuments } = require('yaml');

// A path of its own: the package offers its schemas only by way of its classes, which read every field themselves.
const schemas = path.join(path.dirname(require.resolve('kubernetes-models')), '_schemas');

const isObject = value => typeof value === 'object' && value !== null;

/** As 'AppsV1Deployment'; the core group has no name in a file. */
function schemaName({ apiVersion, kind }) {
  const words = [...(apiVersion.includes('/') ? apiVersion.split('/') : ['core', apiVersion]), kind];
  return words.map(word => word[0].toUpperCase() + word.slice(1)).join('');
}

/** The same value; every field that is read is noted in `seen`. */
function watched(value, seen, place = '') {
  if (!isObject(value)) return value;
  return new Proxy(value, {
    get(target, key) {
      if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return target[key];
      seen.add(`${place}/${key}`);
      return watched(target[key], seen, `${place}/${key}`);
    },
  });
}

function places(value, place = '') {
  return isObject(value) ? Object.keys(value).flatMap(key => [`${place}/${key}`, ...places(value[key], `${place}/${key}`)]) : [];
}

function errors(document) {
  if (document.errors.length > 0) return document.errors.map(error => error.message);
  const object = document.toJS();
  const { validate } = require(path.join(schemas, `IoK8sApi${schemaName(object)}.js`));
  const seen = new Set();
  validate(watched(object, seen));
  return [
    ...(validate.errors ?? []).map(error => `${object.kind}${error.instancePath}: ${error.keyword} ${JSON.stringify(error.params)}`),
    ...places(object).filter(place => !seen.has(place)).map(place => `${object.kind}${place}: not in the schema`),
  ];
}

const found = parseAllDocuments(fs.readFileSync(process.argv[2], 'utf8')).flatMap(errors);
for (const line of found) console.log(line);
process.exitCode = found.length > 0 ? 1 : 0;
