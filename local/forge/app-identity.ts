/** Names under which Atlassian's platform knows this installation of the app. The site and the environment are made up. */

import type { AppManifest } from './manifest';

export const CLOUD_ID = '6b2f1c9e-3a57-4d0c-8a44-5d1f0c7e2b90';
export const ENVIRONMENT_ID = 'd2b7f6a1-90c3-4c38-9f0e-1e64b5a7c803';
export const INSTALLATION_ID = '0f9a4b37-7e21-4b68-bd35-c1f2a6d9e7f4';

/** The app's id without its ARI. */
export function appIdOf(manifest: AppManifest): string {
  return manifest.app.id.slice(manifest.app.id.lastIndexOf('/') + 1);
}

/** ARI of one module, as workflow rules and the panel-pin API name it. */
export function extensionAri(manifest: AppManifest, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${appIdOf(manifest)}/${ENVIRONMENT_ID}/static/${moduleKey}`;
}
