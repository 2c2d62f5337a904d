import { useEffect, useRef, useState } from 'react';
import type { CheckReply, CheckRequest } from './checking';

export type CheckState =
  | { readonly kind: 'waiting' }
  /** `of` is the question that was answered: while a newer one is checked, the answer before it stays. */
  | { readonly kind: 'checked'; readonly reply: CheckReply; readonly of: CheckRequest; readonly isCurrent: boolean }
  | { readonly kind: 'failed' };

/** A pause in typing, in milliseconds, after which is checked. */
const PAUSE = 400;
/** A check that takes this long, in milliseconds, is given up: "not known" rather than a page that waits for ever. */
const PATIENCE = 20_000;

/** Checks in a worker whenever the question changes; `undefined` asks nothing. A question that was overtaken is dropped. */
export function useCheck(request: CheckRequest | undefined, pause = PAUSE): CheckState {
  const worker = useRef<Worker>(undefined);
  const [state, setState] = useState<CheckState>({ kind: 'waiting' });
  useEffect(() => () => worker.current?.terminate(), []);
  useEffect(() => {
    if (request === undefined) return undefined;
    setState((before) => (before.kind === 'checked' ? { ...before, isCurrent: false } : { kind: 'waiting' }));
    let limit: ReturnType<typeof setTimeout> | undefined;
    const giveUp = (): void => {
      clearTimeout(limit);
      worker.current?.terminate();
      worker.current = undefined;
      setState({ kind: 'failed' });
    };
    const timer = setTimeout(() => {
      worker.current ??= new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
      const number = Math.random();
      worker.current.onmessage = ({ data }: MessageEvent<{ readonly number: number; readonly reply: CheckReply }>) => {
        if (data.number !== number) return;
        clearTimeout(limit);
        limit = undefined;
        setState({ kind: 'checked', reply: data.reply, of: request, isCurrent: true });
      };
      worker.current.onerror = giveUp;
      limit = setTimeout(giveUp, PATIENCE);
      worker.current.postMessage({ number, request });
    }, pause);
    return () => {
      clearTimeout(timer);
      if (limit === undefined) return;
      // Still busy with what nobody asks any more: a new worker is quicker than waiting.
      clearTimeout(limit);
      worker.current?.terminate();
      worker.current = undefined;
    };
  }, [request, pause]);
  return state;
}
