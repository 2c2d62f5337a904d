/** The app's real handlers. */

/** What src/index.ts exports: one name for every `handler` of the manifest. */
export type AppExports = Readonly<Record<string, unknown>>;
export type AppHandler = (...payload: readonly unknown[]) => unknown;

/** Loads src/index.ts. The Forge globals must stand before: @forge/kvs reads them when it is loaded. */
export async function loadAppExports(): Promise<AppExports> {
  return (await import('../../src/index')) as AppExports;
}

/** The function that a manifest's handler such as `index.resolver` names. Throws when src/index.ts does not export it. */
export function handlerNamed(exports: AppExports, handler: string): AppHandler {
  const [file, name] = handler.split('.');
  const found = file === 'index' && name !== undefined && Object.hasOwn(exports, name) ? exports[name] : undefined;
  if (typeof found !== 'function') throw new Error(`The manifest names the handler ${handler}, but src/index.ts exports no such function.`);
  return found as AppHandler;
}
