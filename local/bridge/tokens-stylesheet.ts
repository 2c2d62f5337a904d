import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The themes that Jira's page switches on in a page; each is a stylesheet in @atlaskit/tokens. */
const THEMES = ['atlassian-light', 'atlassian-dark', 'atlassian-spacing', 'atlassian-typography', 'atlassian-shape'] as const;

let stylesheet: string | undefined;

/** Atlassian's design tokens, light and dark, as one stylesheet. */
export function tokensStylesheet(): string {
  stylesheet ??= THEMES.map(readTheme).join('\n');
  return stylesheet;
}

function readTheme(name: string): string {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const tokens = dirname(require.resolve('@atlaskit/tokens/package.json'));
  const theme = require(join(tokens, 'dist/cjs/artifacts/themes', `${name}.js`)) as { readonly default: string };
  return theme.default;
}
