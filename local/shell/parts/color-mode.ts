import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';

export type ColorMode = 'light' | 'dark';

const KEY = 'jira.colorMode';

/** What this person chose last in this browser; light at first. */
export function readColorMode(): ColorMode {
  return localStorage.getItem(KEY) === 'dark' ? 'dark' : 'light';
}

/** Switches Jira's own screens; pages of the app are told by their frames. */
export async function applyColorMode(colorMode: ColorMode): Promise<void> {
  localStorage.setItem(KEY, colorMode);
  await setGlobalTheme({ colorMode, light: 'light', dark: 'dark', spacing: 'spacing', typography: 'typography', shape: 'shape' });
}
