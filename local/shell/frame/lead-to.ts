/** Takes the person elsewhere for a page of the app; leaving this site is asked first. Throws when the address leads nowhere safe. */
export async function leadTo(url: string, how: 'same-tab' | 'new-tab'): Promise<void> {
  const target = new URL(url, window.location.origin);
  if (target.protocol !== 'http:' && target.protocol !== 'https:') throw new Error(`Jira does not open addresses such as ${target.protocol}`);
  const isHere = target.origin === window.location.origin;
  if (!isHere && !window.confirm(`This leaves Jira and opens ${target.href}. Continue?`)) return;
  if (how === 'new-tab') window.open(target.href, '_blank', 'noopener');
  else window.location.assign(target.href);
}
