import { join } from 'node:path';
import { installApp } from '../bridge/app-handlers';
import { createShellHandler } from '../shell/serve-shell';
import { createControlHandler } from './control-handler';
import type { Handler, ServerContext } from './handler';
import { createRestHandler } from './rest-handler';

/** Everything the server answers, in order: the first handler that knows a request takes it. The shell takes every address that is left. */
export function createHandlers(context: ServerContext): readonly Handler[] {
  const root = join(__dirname, '..', '..');
  return [createRestHandler(context), createControlHandler(context), ...installApp(context, root).handlers, createShellHandler(root)];
}
