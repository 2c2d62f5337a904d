import { useEffect, useRef, type RefObject } from 'react';

/**
 * Focuses a heading when a count changed and what had the focus is gone with it: whoever works by keyboard would start at the
 * top of the page otherwise.
 */
export function useFocusIfLost(count: number, heading: RefObject<HTMLElement>): void {
  const before = useRef(count);
  useEffect(() => {
    if (before.current !== count && (document.activeElement === null || document.activeElement === document.body)) heading.current?.focus();
    before.current = count;
  }, [count, heading]);
}
