import type { PageContext } from '../shared/bridge';

/**
 * Address of Groundwork's settings of this project. Jira serves an app's settings page at the address of its project page with
 * `/settings` before `/apps`; where a page is not told its own address, the project's settings, whose menu leads there.
 */
export function settingsAddress({ siteUrl, extension }: Pick<PageContext, 'siteUrl' | 'extension'>): string {
  const here = /^(.*\/projects\/[^/]+)\/apps\/([^/?#]+\/[^/?#]+)/.exec(extension.location ?? '');
  if (here !== null) return `${here[1] ?? ''}/settings/apps/${here[2] ?? ''}`;
  return `${siteUrl.replace(/\/$/, '')}/plugins/servlet/project-config/${encodeURIComponent(extension.project?.key ?? '')}`;
}
