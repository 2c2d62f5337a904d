import { useEffect, useState } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { askJira } from '../../shared/bridge';
import { createJiraCalls } from '../../shared/load-calls';
import { loadDeskFields, type DeskFields } from '../../shared/load-desk-fields';

export interface DeskFieldsRead {
  readonly fields: ReadonlyMap<string, DeskFields>;
  /** Why labels and components are not there. */
  readonly problem?: string;
  readonly isReading: boolean;
}

/** Reads labels, components and watchers of the desk's tickets once the first pass is through; each ticket once. */
export function useDeskFields(demands: readonly Demand[], isLoaded: boolean): DeskFieldsRead {
  const [read, setRead] = useState<DeskFieldsRead>({ fields: new Map(), isReading: true });
  useEffect(() => {
    if (!isLoaded) return undefined;
    const missing = demands.map((demand) => demand.ticket.id).filter((id) => !read.fields.has(id));
    if (missing.length === 0 || read.problem !== undefined) {
      if (read.isReading) setRead({ ...read, isReading: false });
      return undefined;
    }
    const stop = new AbortController();
    const show = (next: DeskFieldsRead): void => {
      if (!stop.signal.aborted) setRead(next);
    };
    loadDeskFields(createJiraCalls({ ask: askJira, signal: stop.signal }), missing)
      .then((found) => {
        if (!found.ok) return show({ ...read, problem: found.words, isReading: false });
        const fields = new Map([...read.fields, ...found.fields]);
        // A ticket that Jira left out has no labels to filter by; asking again and again would not change that.
        for (const id of missing) if (!fields.has(id)) fields.set(id, { labels: [], components: [], watchers: 0 });
        show({ fields, isReading: false });
      })
      .catch(() => show({ ...read, problem: 'Labels and components could not be read.', isReading: false }));
    return () => stop.abort();
  }, [demands, isLoaded, read]);
  return read;
}
