// Math is written as TeX and shown as MathML, which browsers lay out by themselves: no fonts, and nothing from elsewhere.

const limits = { throwOnError: false, trust: false, maxExpand: 200, maxSize: [20, 20] };

/** `$x$` as pandoc has it, so that prices are none: no blank inside the dollars, no digit behind them. */
const patterns = /\$\$([^$]+)\$\$|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)|\$([^\s$](?:[^$]*?[^\s$\\])?)\$(?!\d)/g;

/** Shows the math below an element: in those that match `selector`, or in any text. */
export async function typeset(root, selector) {
  const found = selector ? [...root.querySelectorAll(selector)] : hasMath(root.textContent) ? texts(root) : [];
  if (found.length === 0) return;
  const { default: temml } = await import('temml');
  for (const node of found) replace(node, temml);
}

function hasMath(text) {
  const found = patterns.test(text);
  // A search for all begins where the last one ended.
  patterns.lastIndex = 0;
  return found;
}

function texts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('code, pre, math') && hasMath(walker.currentNode.data)) found.push(walker.currentNode);
  return found;
}

function replace(node, temml) {
  const text = node.textContent;
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(patterns)) {
    const [whole, dollars, brackets, parentheses, dollar] = match;
    parts.push(text.slice(end, match.index), formula(dollars ?? brackets ?? parentheses ?? dollar, Boolean(dollars ?? brackets), temml));
    end = match.index + whole.length;
  }
  if (parts.length === 0) return;
  parts.push(text.slice(end));
  if (node.nodeType === Node.TEXT_NODE) node.replaceWith(...parts);
  else node.replaceChildren(...parts);
}

function formula(tex, displayMode, temml) {
  const shown = document.createElement('span');
  temml.render(tex, shown, { ...limits, displayMode });
  return shown;
}
