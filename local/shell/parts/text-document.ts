/** Plain text as a document of Jira: one paragraph a line. */
export function textDocument(text: string): unknown {
  return {
    type: 'doc', version: 1,
    content: text.split('\n').map((line) => ({ type: 'paragraph', content: line === '' ? [] : [{ type: 'text', text: line }] })),
  };
}
