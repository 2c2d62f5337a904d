import type { MouseEvent, ReactNode } from 'react';
import { openInJira } from '../../shared/bridge';

/** A link to the outside, opened by Jira, which asks before leaving the site. Anything but http(s) is shown as text. */
export function SafeLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  if (!/^https?:\/\//i.test(url)) return <span>{children}</span>;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    void openInJira(url, 'new-tab');
  };
  return <a className="gw-focus" href={url} rel="noreferrer noopener" target="_blank" onClick={open}>{children}</a>;
}
