import { getAppContext } from '@forge/api';
import type { Patience } from './retry';

/** Time of the running invocation, asked anew each time: nothing of one invocation is kept for the next. */
export const invocationTime: Patience = {
  remaining: () => getAppContext().invocationRemainingTimeInMillis(),
  pause: (milliseconds) => new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  }),
};
