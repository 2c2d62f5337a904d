/**
 * The values of a Jira expression. Jira's language is strict: null is the only empty value, a Number is never a String, and
 * a member that does not exist is an error.
 */

/** What stands in a variable, a property or a result. A subset of Jira's types. */
export type ExpressionValue =
  | null
  | boolean
  | number
  | string
  | readonly ExpressionValue[]
  | ExpressionMap
  | ExpressionObject
  | ExpressionDate
  | CalendarDate
  | RichText
  | ExpressionFunction;

/** JSON objects and object literals. A key that is not there reads null. */
export type ExpressionMap = ReadonlyMap<string, ExpressionValue>;

/** An arrow function, a method bound to its object, or a global such as Number. */
export class ExpressionFunction {
  constructor(
    readonly name: string,
    readonly call: (args: readonly ExpressionValue[]) => ExpressionValue,
    readonly options: {
      /** Set for globals that may stand after `new`. */
      readonly construct?: (args: readonly ExpressionValue[]) => ExpressionValue;
      /** True if Jira has to load something to answer. */
      readonly expensive?: boolean;
    } = {},
  ) {}
}

/** A point in time (Jira's Date). */
export class ExpressionDate {
  constructor(
    /** Milliseconds since 1970, UTC. */
    readonly time: number,
  ) {}
}

/** A day without a time (Jira's CalendarDate), such as `2026-12-01`. */
export class CalendarDate {
  constructor(readonly iso: string) {}
}

/** Multi-line text: an object in Jira's expressions, never a String. */
export class RichText {
  constructor(readonly plainText: string) {}
}

/** One member of a Jira object. */
export interface ExpressionMember {
  /** Read lazily, so that what is not asked for is not loaded. */
  readonly read: () => ExpressionValue;
  /** True for what Jira has to load first (properties, comments, parents): at most ten a run. */
  readonly expensive?: boolean;
}

/** A Jira object: issue, user, project, entity properties. Members that are not listed do not exist, which is an error. */
export class ExpressionObject {
  constructor(
    /** Jira's name for the type, as `typeof` gives it: `Issue`, `User`. */
    readonly typeName: string,
    /** The member of that name, undefined if the type has none. Called with own names only; never looks at a prototype. */
    readonly member: (name: string) => ExpressionMember | undefined,
    /** Two objects of one type with the same identity are equal. */
    readonly identity: string,
  ) {}
}
