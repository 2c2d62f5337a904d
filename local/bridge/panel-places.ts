import type { Site } from '../jira/site';

interface PlaceOfPanel {
  readonly issueId: string;
  readonly projectId: string;
}

/** On which tickets an issue panel stands: where somebody added it, and in projects where it is pinned. */
export interface PanelPlaces {
  isShown(place: PlaceOfPanel, moduleKey: string): boolean;
  /** Adds the panel to one ticket, for everybody, as a click under Apps does. */
  show(place: PlaceOfPanel, moduleKey: string): void;
}

export function openPanelPlaces(site: Pick<Site, 'store' | 'tables'>): PanelPlaces {
  const added = site.store.table<true>('issuePanel');
  const idOf = ({ issueId }: PlaceOfPanel, moduleKey: string): string => `${issueId}/${moduleKey}`;
  return {
    isShown: (place, moduleKey) => added.get(idOf(place, moduleKey)) === true || (site.tables.pinnedPanels.get(place.projectId)?.includes(moduleKey) ?? false),
    show: (place, moduleKey) => added.put(idOf(place, moduleKey), true),
  };
}
