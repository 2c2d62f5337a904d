import { createControlHandler } from './control-handler';
import type { Handler, ServerContext } from './handler';
import { createRestHandler } from './rest-handler';

/** Everything the server answers, in order: the first handler that knows a request takes it. Shell, bridge and app pages add theirs. */
export function createHandlers(context: ServerContext): readonly Handler[] {
  return [createRestHandler(context), createControlHandler(context)];
}
