import type { GatePolicy } from './gate-policy';

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** One line for the rule's card in the workflow editor; word for word the manifest's `configurationDescription`. */
export function describeGate(policy: GatePolicy): string {
  const wants = policy.criteria.map(({ label }) => label).join(', ');
  return `Wants ${wants}; not for tickets created before ${describeDay(policy.since)}`;
}

/** `1 December 2026` for `2026-12-01`. */
export function describeDay(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}
