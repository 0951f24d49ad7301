import DOMPurify from 'dompurify';

/** The part of sanitize-html's interface that the widget manager uses, done by the browser's own parser. */
export default function sanitize(html, { allowedTags, allowedAttributes }) {
  return DOMPurify.sanitize(html, { ALLOWED_TAGS: allowedTags, ALLOWED_ATTR: Object.values(allowedAttributes).flat(), ALLOW_DATA_ATTR: false });
}
