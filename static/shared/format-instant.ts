/** An ISO instant as the reader's clock and calendar say it: "Nov 22, 2026, 2:03 PM"; undefined for text that is no instant. */
export function formatInstant(instant: string, locale: string): string | undefined {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? undefined : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
