import type { ModelElement } from '../../../src/domain/model/shared-model';
import type { Cell } from '../export-file';

/** The elements of a model with a head, for spreadsheets; `claims` counts requirements by path. */
export function elementRows(elements: readonly ModelElement[], claims: ReadonlyMap<string, number>): Cell[][] {
  return [
    ['Element', 'Kind', 'Type', 'List', 'Required', 'Unique', 'Values', 'At least', 'At most', 'Pattern', 'Owner', 'Description', 'Requirements that you can see'],
    ...elements.map(({ path, kind, type, many, required, unique, values, min, max, pattern, owner, description }): Cell[] => [
      path, kind, type, yesNo(many), yesNo(required), unique === undefined ? '' : yesNo(unique), values?.join('; ') ?? '', min ?? '', max ?? '', pattern ?? '', owner ?? '', description ?? '', claims.get(path) ?? 0,
    ]),
  ];
}

function yesNo(is: boolean): string {
  return is ? 'yes' : 'no';
}
