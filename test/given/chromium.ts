/** A real Chromium for the tests: the one installed on the machine, else the one that a package brings. */

import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Switches of the packaged build that make it unlike a user's browser. */
const UNWANTED = [
  '--single-process', '--no-zygote', '--in-process-gpu', '--disable-web-security', '--disable-site-isolation-trials', '--headless',
];

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function launchChromium(): Promise<Browser> {
  const installed = process.env['CHROMIUM'] ?? INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) return chromium.launch({ executablePath: installed, headless: true, args: QUIET });
  const { default: packaged } = await import('@sparticuz/chromium');
  const args = packaged.args.filter((arg) => !UNWANTED.some((switchName) => arg.startsWith(switchName)) && !/isolat/i.test(arg));
  return chromium.launch({ executablePath: await packaged.executablePath(), headless: true, args: [...args, ...QUIET] });
}
