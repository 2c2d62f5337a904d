/** A shared data model: a named set of elements that several teams' tickets make claims on. */

/** One addressable thing of a model: an entity (`BuyerProfile`) or a field of one (`BuyerProfile.paymentMethods`). */
export interface ModelElement {
  /** Entity name, then field names, joined with dots. */
  readonly path: string;
  readonly kind: 'entity' | 'field';
  /** The type in the words of the imported format: `string`, `Money`, `varchar(20)`; empty where it says none. */
  readonly type: string;
  /** A list of them rather than one. */
  readonly many: boolean;
  readonly required: boolean;
  readonly description?: string;
  /** Team or system that the format names as the owner. */
  readonly owner?: string;
  /** The only values allowed, if the format lists them. */
  readonly values?: readonly string[];
  readonly unique?: boolean;
  /** Numeric bounds of the value. */
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}

export const MODEL_FORMATS = ['json-schema', 'openapi', 'graphql', 'sql', 'odcs', 'dbt', 'csv'] as const;
export type ModelFormat = (typeof MODEL_FORMATS)[number];

export interface SharedModel {
  readonly id: string;
  readonly name: string;
  readonly format: ModelFormat;
  /** Name of the file it came from, without a path. */
  readonly source: string;
  /** ISO instant. */
  readonly importedAt: string;
  readonly owner?: string;
  readonly elements: readonly ModelElement[];
}

/** What an import took, and what it left out with the reason. */
export interface ImportReport {
  readonly format: ModelFormat;
  readonly elements: readonly ModelElement[];
  readonly skipped: readonly SkippedPart[];
}

export interface SkippedPart {
  /** A line (`line 12`) or a pointer (`#/definitions/Buyer`). */
  readonly at: string;
  readonly why: string;
}

/** More elements than this are no model that people can talk about. */
export const MOST_ELEMENTS = 50_000;
/** A longer text is not read. */
export const MOST_CHARACTERS = 20_000_000;
/** Objects nested deeper are not followed. */
export const MOST_DEPTH = 12;

/** Elements by path, each once: the first wins and a repetition is reported. */
export function collectElements(found: Iterable<ModelElement>): { elements: ModelElement[]; repeated: string[] } {
  const byPath = new Map<string, ModelElement>();
  const repeated: string[] = [];
  for (const element of found) {
    if (byPath.has(element.path)) repeated.push(element.path);
    else byPath.set(element.path, element);
  }
  return { elements: [...byPath.values()], repeated };
}
