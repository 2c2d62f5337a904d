import { useEffect, useRef, useState } from 'react';
import { onConfigureRule } from '../shared/bridge';

/**
 * Hands the workflow editor the function that gives the rule's configuration when its own "Add" or "Update" is pressed; undefined
 * refuses. Returns false once the editor did not take it, so that the page can say so.
 */
export function useRuleSubmit(give: () => string | undefined, wanted = true): boolean {
  const latest = useRef(give);
  const [taken, setTaken] = useState(true);
  useEffect(() => { latest.current = give; }, [give]);
  useEffect(() => {
    if (!wanted) return;
    onConfigureRule(() => Promise.resolve(latest.current())).catch(() => setTaken(false));
  }, [wanted]);
  return taken;
}
