import type { ReactNode } from 'react';
import type { PlaceFacts } from './load-settings-page';
import type { Editor } from './use-editor';

/** One subject of the settings: heading, what it is for, its inputs. */
export function Section({ id, title, lead, children }: { readonly id: string; readonly title: string; readonly lead?: string; readonly children: ReactNode }) {
  return (
    <section className="gs-section" aria-labelledby={id} data-testid={`settings.${id}`}>
      <h2 id={id}>{title}</h2>
      {lead !== undefined && <p className="gw-quiet gs-lead">{lead}</p>}
      {children}
    </section>
  );
}

/** What a section gets to read and change the draft. */
export interface SectionProps {
  readonly editor: Editor;
  readonly facts: PlaceFacts;
  readonly isReadOnly: boolean;
}

let rows = 0;
/** A key for a new row; it lives only as long as the page. */
export function newRowKey(): string {
  rows += 1;
  return `new-${rows}`;
}
