/** Paths of elements: `Order.lines[].price`; names with marks of the path's own grammar are written as `["a.b"]`. */

const PLAIN = /^[^.[\]*"]+$/;

/** The path of a field of an entity. */
export function fieldOf(element: string, name: string): string {
  return PLAIN.test(name) ? `${element}.${name}` : `${element}[${JSON.stringify(name)}]`;
}

/** The path of the items of a list. */
export function itemsOf(element: string): string {
  return `${element}[]`;
}

/** The path that stands for every field of an entity. */
export function anyFieldOf(element: string): string {
  return `${element}.*`;
}

export type Step = { readonly parent: string; readonly field: string } | { readonly parent: string; readonly items: true };

/** The last step of a path; undefined for an entity or a list of its own. */
export function lastStep(element: string): Step | undefined {
  if (element.endsWith('[]')) return { parent: element.slice(0, -2), items: true };
  if (element.endsWith('"]')) return quotedStep(element);
  const dot = element.lastIndexOf('.');
  return dot <= 0 ? undefined : { parent: element.slice(0, dot), field: element.slice(dot + 1) };
}

function quotedStep(element: string): Step | undefined {
  for (let open = element.lastIndexOf('["'); open > 0; open = element.lastIndexOf('["', open - 1)) {
    try {
      return { parent: element.slice(0, open), field: JSON.parse(element.slice(open + 1, -1)) as string };
    } catch {
      // The name itself has `["` in it: look further to the front.
    }
  }
  return undefined;
}

/** What a path stands in, the nearest first: of `Order.lines[].sku` the items, the list, the order. */
export function placesAbove(element: string): readonly string[] {
  const places: string[] = [];
  for (let step = lastStep(element); step !== undefined; step = lastStep(step.parent)) places.push(step.parent);
  return places;
}

/** Whether a path is `root`, or something in it. */
export function isInside(element: string, root: string): boolean {
  return element === root || element.startsWith(`${root}.`) || element.startsWith(`${root}[`);
}

/** The entity a path begins with. */
export function entityOf(element: string): string {
  if (!element.includes('[') && !element.endsWith(']')) {
    const dot = element.indexOf('.', 1);
    return dot === -1 ? element : element.slice(0, dot);
  }
  let top = element;
  for (let step = lastStep(top); step !== undefined; step = lastStep(top)) top = step.parent;
  return top;
}
