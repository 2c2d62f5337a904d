import '@atlaskit/css-reset';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { enableTheme } from './bridge';

/** Draws a page once Jira's theme stands, so that a dark Jira never flashes white. */
export async function mountPage(page: ReactNode): Promise<void> {
  await enableTheme().catch(() => undefined);
  const place = document.getElementById('root');
  if (place === null) throw new Error('The page has no element with id "root".');
  createRoot(place).render(page);
}
