/** The manifest is valid by Atlassian's own validator, asks for nothing it was not meant to ask, and a fault in it is found. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(__dirname, '..', '..');
const MANIFEST = readFileSync(join(ROOT, 'manifest.yml'), 'utf8');

interface Manifest {
  readonly app: { readonly runtime: { readonly name: string } };
  readonly permissions: { readonly scopes: readonly string[]; readonly external?: unknown };
  readonly remotes?: unknown;
}

function validate(text: string): { status: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-manifest-'));
  try {
    writeFileSync(join(folder, 'manifest.yml'), text);
    for (const name of ['src', 'build', 'node_modules', 'package.json']) symlinkSync(join(ROOT, name), join(folder, name));
    const child = spawnSync(process.execPath, [join(ROOT, 'scripts', 'validate-manifest.mjs')], { cwd: folder, encoding: 'utf8' });
    return { status: child.status, said: child.stdout + child.stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the manifest is valid', () => {
  expect(validate(MANIFEST)).toEqual({ status: 0, said: 'manifest.yml is valid\n' });
});

test('a wrong key in the manifest is found', () => {
  const { status, said } = validate(MANIFEST.replace('handler: index.resolver', 'handler: nowhere.resolver'));
  expect(status).toBe(1);
  expect(said).toContain("cannot find associated file with name 'nowhere.(tsx|jsx|ts|js|cjs)'");
});

test('the app asks for four scopes, and for nothing outside Atlassian', () => {
  const manifest = parse(MANIFEST) as Manifest;
  expect(manifest.permissions.scopes).toEqual(['read:jira-work', 'write:jira-work', 'manage:jira-project', 'storage:app']);
  expect(manifest.permissions.external).toBeUndefined();
  expect(manifest.remotes).toBeUndefined();
  expect(manifest.app.runtime.name).toBe('nodejs22.x');
  expect(MANIFEST).not.toContain('unlicensedAccess');
});
