import type { HostScreen } from '../../bridge/host-commands';

const listeners = new Map<string, Set<(payload: unknown) => void>>();

/** The events that pages of the app send one another, and that Jira sends them (`JIRA_ISSUE_CHANGED`). */
export const frameEvents: HostScreen['events'] = {
  emit(event, payload) {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  },
  on(event, callback) {
    const heard = listeners.get(event) ?? new Set();
    listeners.set(event, heard.add(callback));
    return () => void heard.delete(callback);
  },
};
