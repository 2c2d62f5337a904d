/** Team settings of an infrastructure project (project property `product-context.settings`). */

import type { Range } from './product-context';

export interface ConsumingTeam {
  /** Stable id that records refer to; never reused. */
  readonly id: string;
  readonly name: string;
  /** Ids of the Jira projects this team works in; they say whose ticket a new one probably is. */
  readonly projects: readonly string[];
  /** One of `TEAM_COLOURS`. */
  readonly colour: TeamColour;
  /** Relative share for the fair-share order; 1 unless set. */
  readonly share?: number;
  /** Person-weeks a month that the team could give itself to what it asks for (90 % range); absent: not stated, which is not none. */
  readonly free?: Range;
}

export const TEAM_COLOURS = ['blue', 'teal', 'green', 'lime', 'yellow', 'orange', 'red', 'magenta', 'purple', 'gray'] as const;
export type TeamColour = (typeof TEAM_COLOURS)[number];

export interface Theme {
  readonly id: string;
  readonly name: string;
  /** Target share of capacity, percent 0..100. */
  readonly target?: number;
}

export interface Capacity extends Range {
  /** Person-weeks of the infrastructure team `low..high` (90 % range) per this period. */
  readonly per: 'week' | 'month' | 'quarter';
}

/** What one gate of this project asks. The panel cannot read workflow rules, so it is kept here, too. */
export interface GateSummary {
  /** The gate's id, as in the rule's configuration. */
  readonly gate: string;
  readonly name: string;
  readonly criteria: readonly string[];
}

/** A dimension of conditions and the values listed for it. */
export interface ConditionDimension {
  readonly name: string;
  readonly values: readonly string[];
}

export interface ProjectSettings {
  readonly v: 1;
  readonly rev: number;
  readonly savedAt: string;
  /** True once a project administrator has opted in. A string twin for display conditions is not needed: they compare text. */
  readonly enabled: boolean;
  readonly project: { readonly id: string; readonly key: string };
  readonly teams: readonly ConsumingTeam[];
  readonly themes: readonly Theme[];
  /** ISO 4217. */
  readonly currency: string;
  /** How many of `currency` one unit of another currency is worth. */
  readonly rates?: Readonly<Record<string, number>>;
  readonly capacity?: Capacity;
  /** Percent 0..100 of capacity kept for interrupts. */
  readonly interruptAllowance: number;
  /** Project role whose members write infrastructure's part; absent: project administrators. */
  readonly infraRole?: { readonly id: string; readonly name: string };
  readonly gates: readonly GateSummary[];
  readonly conditions: readonly ConditionDimension[];
  /** Names of Jira's resolutions that mean "closed and not built"; absent: `RESOLUTIONS_NOT_BUILT`. Sites rename and translate them. */
  readonly notBuilt?: readonly string[];
}

/** Names under which Jira sites usually close what was not built. */
export const RESOLUTIONS_NOT_BUILT: readonly string[] = [
  'Won\'t Do', 'Won\'t Fix', 'Declined', 'Rejected', 'Cancelled', 'Canceled', 'Duplicate', 'Cannot Reproduce', 'Incomplete', 'Not a Bug', 'Obsolete', 'Abandoned',
];
