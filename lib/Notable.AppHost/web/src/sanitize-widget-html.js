import DOMPurify from 'dompurify';

/**
 * Sanitizes the HTML in the labels and descriptions of widgets. The part of sanitize-html's interface that Jupyter's widget manager uses, done
 * by the browser's own parser; the widget manager passes the allowed tags and attributes. For those of Markdown cells, see Pages/AllowedHtml.cs.
 */
export default function sanitize(html, { allowedTags, allowedAttributes }) {
  return DOMPurify.sanitize(html, { ALLOWED_TAGS: allowedTags, ALLOWED_ATTR: Object.values(allowedAttributes).flat(), ALLOW_DATA_ATTR: false });
}
