import '@atlaskit/css-reset';
import './shell.css';
import { createRoot } from 'react-dom/client';
import { Shell } from './shell';
import { applyColorMode, readColorMode } from './parts/color-mode';

/** Jira's own screens. The theme stands before the first paint. */
async function start(): Promise<void> {
  await applyColorMode(readColorMode());
  const place = document.getElementById('root');
  if (place === null) throw new Error('The page has no element with id "root".');
  createRoot(place).render(<Shell />);
}

void start();
