/** Many claims on an entity as few schemas: fields that nobody speaks of together need not be looked at together. */

import type { Claim } from '../claim';
import { lastStep, type Step } from '../element-path';
import { claimToSchema } from './claims-to-schema';
import type { JsonSchema } from './json-schema';

/** What is said of one place in a value, and of what is in it. */
interface Node {
  readonly own: JsonSchema[];
  readonly required: Set<string>;
  readonly fields: Map<string, Node>;
  items?: Node;
}

/** Schemas of `root` that together say what the claims say. Those of every field keep a schema of their own. */
export function claimsToSchemas(claims: readonly Claim[], root: string): readonly JsonSchema[] {
  const top = emptyNode();
  const general: JsonSchema[] = [];
  for (const claim of claims) {
    const steps = stepsTo(claim.element, root);
    if (steps === undefined) general.push(claimToSchema(claim, root));
    else if (claim.facet === 'presence') addPresence(top, steps, claim);
    else nodeAt(top, steps).own.push(claimToSchema(claim, claim.element));
  }
  return [...schemasOf(top), ...general];
}

/** From the root down; undefined where a step means every field, or the path leads elsewhere. */
function stepsTo(element: string, root: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (let at = element; at !== root;) {
    const step = lastStep(at);
    if (step === undefined || ('field' in step && step.field === '*')) return undefined;
    steps.push(step);
    at = step.parent;
  }
  return steps.reverse();
}

function addPresence(top: Node, steps: readonly Step[], { is }: Claim): void {
  const last = steps.at(-1);
  if (last === undefined || !('field' in last)) return;
  const parent = nodeAt(top, steps.slice(0, -1));
  if (is === 'required') parent.required.add(last.field);
  if (is === 'forbidden') nodeAt(parent, [last]).own.push(false);
}

function nodeAt(top: Node, steps: readonly Step[]): Node {
  let node = top;
  for (const step of steps) {
    const next = 'items' in step ? node.items ?? emptyNode() : node.fields.get(step.field) ?? emptyNode();
    if ('items' in step) node.items = next;
    else node.fields.set(step.field, next);
    node = next;
  }
  return node;
}

function emptyNode(): Node {
  return { own: [], required: new Set(), fields: new Map() };
}

function schemasOf({ own, required, fields, items }: Node): readonly JsonSchema[] {
  const inside = {
    ...(required.size === 0 ? {} : { required: [...required] }),
    ...(fields.size === 0 ? {} : { properties: Object.fromEntries([...fields].map(([name, node]) => [name, joined(node)])) }),
    ...(items === undefined ? {} : { items: joined(items) }),
  };
  return Object.keys(inside).length === 0 ? own : [...own, inside];
}

function joined(node: Node): JsonSchema {
  const [first = true, ...others] = schemasOf(node);
  return others.length === 0 ? first : { allOf: [first, ...others] };
}
