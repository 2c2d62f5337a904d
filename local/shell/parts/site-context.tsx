import { createContext, useContext } from 'react';
import type { ShellApp } from '../../bridge/app-endpoints';
import type { Session } from './session';

/** What every screen may need: who is signed in, and the installed app. */
export interface SiteView {
  readonly session: Session;
  readonly app: ShellApp;
}

const SiteContext = createContext<SiteView | undefined>(undefined);
export const SiteProvider = SiteContext.Provider;

export function useSite(): SiteView {
  const site = useContext(SiteContext);
  if (site === undefined) throw new Error('This part of Jira needs the site around it.');
  return site;
}
