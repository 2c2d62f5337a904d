import { createElement, type ReactNode } from 'react';

interface AdfNode {
  readonly type?: string;
  readonly text?: string;
  readonly content?: readonly AdfNode[];
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type?: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
}

/** Elements for the nodes of Atlassian's document format that tickets use; any other node shows its content. */
const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p', bulletList: 'ul', orderedList: 'ol', listItem: 'li', blockquote: 'blockquote', codeBlock: 'pre', rule: 'hr',
  table: 'table', tableRow: 'tr', tableCell: 'td', tableHeader: 'th',
};

/** A document of Jira (ADF) or plain text, as React elements: nothing in it can become markup. */
export function AdfDocument({ document }: { readonly document: unknown }) {
  if (document === null || document === undefined || document === '') return <p className="jira-quiet">Nothing written.</p>;
  if (typeof document === 'string') return <p className="jira-plain">{document}</p>;
  return <div className="jira-document">{draw(document as AdfNode, 'root')}</div>;
}

function draw(node: AdfNode, key: string): ReactNode {
  if (typeof node !== 'object' || node === null) return null;
  if (node.type === 'text') return drawMarks(node, key);
  if (node.type === 'hardBreak') return <br key={key} />;
  const inner = Array.isArray(node.content) ? node.content.map((child: AdfNode, at) => draw(child, `${key}.${at}`)) : [];
  if (node.type === 'rule') return <hr key={key} />;
  if (node.type === 'heading') return createElement('h3', { key }, inner);
  if (node.type === 'mention' || node.type === 'emoji') return <span key={key}>{String(node.attrs?.['text'] ?? '')}</span>;
  if (node.type === 'inlineCard' || node.type === 'blockCard') return drawLink(String(node.attrs?.['url'] ?? ''), String(node.attrs?.['url'] ?? ''), key);
  if (node.type === 'table') return <table key={key}><tbody>{inner}</tbody></table>;
  const element = node.type === undefined ? undefined : ELEMENTS[node.type];
  return element === undefined ? <span key={key}>{inner}</span> : createElement(element, { key }, inner);
}

const MARKS: Readonly<Record<string, string>> = { strong: 'strong', em: 'em', code: 'code', strike: 's', underline: 'u' };

function drawMarks(node: AdfNode, key: string): ReactNode {
  const marks = Array.isArray(node.marks) ? node.marks : [];
  return marks.reduce<ReactNode>((drawn, mark, at) => {
    if (mark.type === 'link') return drawLink(String(mark.attrs?.['href'] ?? ''), drawn, `${key}.${at}`);
    const element = mark.type === undefined ? undefined : MARKS[mark.type];
    return element === undefined ? drawn : createElement(element, { key: `${key}.${at}` }, drawn);
  }, <span key={key}>{String(node.text ?? '')}</span>);
}

/** Only web and mail addresses become links: a `javascript:` address stays text. */
function drawLink(href: string, text: ReactNode, key: string): ReactNode {
  return /^(https?:|mailto:|\/)/i.test(href) ? <a key={key} href={href} rel="noreferrer">{text}</a> : <span key={key}>{text}</span>;
}
