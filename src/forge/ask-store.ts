import { ForgeKvsAPIError } from '@forge/kvs';
import type { Outcome } from '../usecases/ports';
import { isForPlatform } from './ask-jira';
import { invocationTime } from './invocation-time';
import { withRetry } from './retry';

/** One call of Forge's key-value store that may be repeated blindly, under the retry policy of everything else. */
export function askStore<T>(call: () => Promise<T>): Promise<Outcome<T>> {
  const send = async () => {
    try {
      return { status: 200, value: await call() };
    } catch (error) {
      throw error instanceof ForgeKvsAPIError ? Object.assign(error, { status: error.responseDetails.status }) : error;
    }
  };
  return withRetry(send, { ...invocationTime, repeatable: true, rethrow: isForPlatform });
}
