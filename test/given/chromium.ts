/** A real Chromium for the tests: the one installed on the machine, else the one that a package brings. */

import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Switches of the packaged build that make it unlike a user's browser. */
const UNWANTED = [
  '--single-process', '--no-zygote', '--in-process-gpu', '--disable-web-security', '--disable-site-isolation-trials', '--headless',
];

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Where it is; the packaged one is unpacked if it is not there yet. */
export async function executableChromium(): Promise<{ readonly path: string; readonly isPackaged: boolean }> {
  const installed = process.env['CHROMIUM'] ?? INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) return { path: installed, isPackaged: false };
  const { default: packaged } = await import('@sparticuz/chromium');
  return { path: await packaged.executablePath(), isPackaged: true };
}

/** Pages of one window share a process, as they do in a browser with many of them: the next window finds Jira's scripts compiled. */
const SHARED = '--renderer-process-limit=1';

export async function launchChromium(): Promise<Browser> {
  const { path, isPackaged } = await executableChromium();
  return chromium.launch({ executablePath: path, headless: true, args: [...(isPackaged ? await packagedArgs() : []), ...QUIET, SHARED] });
}

async function packagedArgs(): Promise<string[]> {
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.args.filter((arg) => !UNWANTED.some((switchName) => arg.startsWith(switchName)) && !/isolat/i.test(arg));
}
