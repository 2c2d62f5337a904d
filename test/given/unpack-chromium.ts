import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { executableChromium } from './chromium';

/**
 * Runs once before all tests. The packaged Chromium unpacks itself where it is first asked for, and whoever asks meanwhile is given a
 * half-written file (`spawn ETXTBSY`): on a fresh machine two workers would. So it is unpacked before any of them starts; one that a
 * killed run left half-written does not start, and is unpacked anew.
 */
export default async function unpackChromium(): Promise<void> {
  const { path, isPackaged } = await executableChromium();
  if (!isPackaged || starts(path)) return;
  rmSync(path);
  await executableChromium();
}

function starts(path: string): boolean {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
