/** What Jira's page says about its look. */
export interface PageTheme {
  readonly colorMode: 'light' | 'dark';
}

/** Puts Atlassian's design tokens into the page and switches them on; resolves when they are loaded. */
export async function applyTheme({ colorMode }: PageTheme): Promise<void> {
  const root = document.documentElement;
  await loadTokens();
  root.dataset['theme'] = 'light:light dark:dark spacing:spacing typography:typography shape:shape';
  root.dataset['colorMode'] = colorMode;
}

let loading: Promise<void> | undefined;

function loadTokens(): Promise<void> {
  loading ??= new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = '/global-bridge.css';
    link.onload = () => resolve();
    link.onerror = () => resolve();
    document.head.append(link);
  });
  return loading;
}
