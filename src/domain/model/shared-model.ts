/** A shared data model: a named set of elements that several teams' tickets make claims on. */

/** Least and most of something. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** Types that a value certainly has, in JSON's words. */
export const JSON_KINDS = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'] as const;
export type JsonKind = (typeof JSON_KINDS)[number];

/** Facets in which a data contract promises how long, how old or how fast. */
export const PROMISES = ['retention', 'freshness', 'latency'] as const;
export interface Promised extends Bounds {
  readonly facet: (typeof PROMISES)[number];
  readonly unit?: string;
}

/**
 * One addressable thing of a model: an entity (`BuyerProfile`) or a field of one (`BuyerProfile.paymentMethods`). What is said of the
 * value of a list (`values`, `holds`, bounds, `length`, `pattern`, `format`, `step`) is said of each of its items.
 */
export interface ModelElement {
  /** As `element-path` writes it: `Order.lines[].sku`, `Order["a.b"]`. */
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
  /** The bound itself is not allowed. */
  readonly exclusiveMin?: boolean;
  readonly exclusiveMax?: boolean;
  readonly pattern?: string;
  /** In JSON's words, where the imported format leaves no doubt. */
  readonly holds?: readonly JsonKind[];
  /** Characters of a text. */
  readonly length?: Bounds;
  /** Items of a list. */
  readonly items?: Bounds;
  readonly format?: string;
  /** Numbers are multiples of it. */
  readonly step?: number;
  /** It must be left out. */
  readonly forbidden?: boolean;
  /** It has no other fields than those the model names. */
  readonly closed?: boolean;
  readonly promises?: readonly Promised[];
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
/** Values that an element can list. */
export const MOST_LISTED = 200;
