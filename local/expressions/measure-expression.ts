import type { AnyNode } from 'acorn';
import { parseExpression, type ParsedExpression } from './parse-expression';

export interface ExpressionMeasure {
  readonly characters: number;
  /** Identifiers, literals (the texts between the holes of a template too) and empty lists of the parsed tree. */
  readonly leaves: number;
  /** Entity properties read, as written: each is an expensive operation. */
  readonly propertyReads: number;
}

/** Jira's limits of a text (examples of `POST /rest/api/3/expression/analyse`). */
export const EXPRESSION_CHARACTERS = 1_000;
export const EXPRESSION_LEAVES = 100;

/**
 * Measures an expression against Jira's limits. Atlassian does not publish how it counts leaves; every node without children is
 * counted, member names included, which is the highest count one can come to.
 */
export function measureExpression(source: string): { readonly ok: true; readonly measure: ExpressionMeasure } | Extract<ParsedExpression, { ok: false }> {
  const parsed = parseExpression(source);
  if (!parsed.ok) return parsed;
  const count = { leaves: 0, propertyReads: 0 };
  visit(parsed.program, (node) => {
    if (isLeaf(node)) count.leaves += 1;
    if (readsProperty(node)) count.propertyReads += 1;
  });
  return { ok: true, measure: { characters: source.length, ...count } };
}

/** Every error that Jira's own analysis would name, in its words; empty if the expression is within the limits. */
export function describeExcess(measure: ExpressionMeasure): string[] {
  const words: string[] = [];
  if (measure.characters > EXPRESSION_CHARACTERS) words.push(`Jira expression is too long (${measure.characters}), limit: ${EXPRESSION_CHARACTERS} characters`);
  if (measure.leaves > EXPRESSION_LEAVES) words.push(`Jira expression has too many nodes (${measure.leaves}), limit: ${EXPRESSION_LEAVES} leaves`);
  return words;
}

function isLeaf(node: AnyNode): boolean {
  switch (node.type) {
    case 'Identifier': case 'Literal': return true;
    case 'TemplateElement': return node.value.raw !== '';
    case 'ArrayExpression': return node.elements.length === 0;
    case 'ObjectExpression': return node.properties.length === 0;
    default: return false;
  }
}

/** `issue.properties['key']`, `issue.properties.key` and `issue.properties.get('key')` each read one property. */
function readsProperty(node: AnyNode): boolean {
  if (node.type !== 'MemberExpression') return false;
  const owner = node.object;
  if (owner.type !== 'MemberExpression' || owner.computed) return false;
  return owner.property.type === 'Identifier' && owner.property.name === 'properties';
}

function visit(node: AnyNode, see: (node: AnyNode) => void): void {
  see(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, see);
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
