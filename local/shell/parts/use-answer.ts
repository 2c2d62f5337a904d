import { useCallback, useEffect, useState } from 'react';
import { ask, type Answer } from './server';

export interface Loaded<T> {
  /** Undefined while the first answer is awaited. */
  readonly answer: Answer<T> | undefined;
  readonly reload: () => void;
}

/** What GET `path` answers; asked again by `reload` and when the path changes. Undefined path: nothing is asked. */
export function useAnswer<T>(path: string | undefined): Loaded<T> {
  const [asked, setAsked] = useState(0);
  const [state, setState] = useState<{ readonly path: string | undefined; readonly answer: Answer<T> | undefined }>({ path, answer: undefined });
  useEffect(() => {
    if (path === undefined) return undefined;
    let isCurrent = true;
    void ask<T>(path).then((answer) => {
      if (isCurrent) setState({ path, answer });
    });
    return () => {
      isCurrent = false;
    };
  }, [path, asked]);
  const reload = useCallback(() => setAsked((count) => count + 1), []);
  return { answer: state.path === path ? state.answer : undefined, reload };
}
