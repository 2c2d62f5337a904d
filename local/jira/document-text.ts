/** A text as a document in Atlassian Document Format, one paragraph a line; a document is given back as it is. */
export function toDocument(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  return {
    type: 'doc', version: 1,
    content: body.split('\n').map((line) => ({ type: 'paragraph', content: line === '' ? [] : [{ type: 'text', text: line }] })),
  };
}

/** Whether this can be taken for a document: Jira refuses anything else. */
export function isDocument(body: unknown): boolean {
  return typeof body === 'object' && body !== null && (body as { type?: unknown }).type === 'doc' && Array.isArray((body as { content?: unknown }).content);
}

/** The plain text of a document, paragraphs by line. */
export function plainText(body: unknown): string {
  if (typeof body === 'string') return body;
  if (typeof body !== 'object' || body === null) return '';
  const node = body as { type?: unknown; text?: unknown; content?: unknown };
  if (typeof node.text === 'string') return node.text;
  const parts = Array.isArray(node.content) ? node.content.map(plainText) : [];
  return parts.join(node.type === 'paragraph' || node.type === 'heading' ? '' : '\n');
}
