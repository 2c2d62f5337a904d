/** Writes why something failed to the app's log: codes and statuses, never texts, keys or ids of a customer. */
export function logCause(what: string, facts: Readonly<Record<string, string | number | boolean>> = {}): void {
  // eslint-disable-next-line no-console -- Forge's log is the console
  console.error(`groundwork: ${what} ${JSON.stringify(facts)}`);
}
