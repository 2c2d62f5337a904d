import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { formatCount } from '../../../src/domain/context/format-number';
import type { ModelElement } from '../../../src/domain/model/shared-model';
import { countsAsSpelled } from './model-parts';

const ROW_HEIGHT = 34;
const TABLE_HEIGHT = 420;

interface ElementTableProps {
  readonly elements: readonly ModelElement[];
  readonly label: string;
  /** How many requirements tickets make on an element, by path. */
  readonly claims: ReadonlyMap<string, number>;
  readonly locale: string;
}

/** The elements of a model with a search over path, type, owner and description; only the rows in view are drawn. */
export function ElementTable({ elements, label, claims, locale }: ElementTableProps) {
  const id = useId();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const found = useMemo(() => searchElements(elements, wanted), [elements, wanted]);
  const counts = useMemo(() => countsAsSpelled(claims, elements), [claims, elements]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: found.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT, overscan: 12, getItemKey: (at) => found[at]?.path ?? at });
  return (
    <div className="gr-stack">
      <div className="gr-filters">
        <div className="gr-field gr-field--wide">
          <label htmlFor={id}>Search the elements</label>
          <input id={id} className="gw-focus" type="search" value={text} placeholder="Path, type, owner or description" onChange={(event) => setText(event.target.value)} />
        </div>
        <p role="status" className="gw-quiet" data-testid="models.found">{found.length === elements.length ? `${formatCount(elements.length, locale)} elements` : `${formatCount(found.length, locale)} of ${formatCount(elements.length, locale)} elements`}</p>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the region scrolls, so it must be reachable by keyboard */}
      <div className="gc-elements gw-focus" ref={scroller} style={{ height: Math.min(TABLE_HEIGHT, virtual.getTotalSize() + 2) }} tabIndex={0} role="region" aria-label={`${label}, scrolls`}>
        <div role="table" aria-label={label} aria-rowcount={found.length} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => {
            const element = found[item.index];
            if (element === undefined) return null;
            const count = counts.get(element.path) ?? 0;
            return (
              <div key={item.key} role="row" aria-rowindex={item.index + 1} ref={virtual.measureElement} data-index={item.index} className={`gr-line gc-element${element.kind === 'entity' ? ' gc-element--entity' : ''}`} style={{ transform: `translateY(${String(item.start)}px)` }}>
                <div role="cell">{element.path}{count === 0 ? '' : <span className="gw-quiet gw-small"> {count} {count === 1 ? 'requirement' : 'requirements'}</span>}</div>
                <div role="cell">{facts(element)}</div>
                <div role="cell" className="gw-quiet gw-small">{element.owner === undefined ? '' : `Owner: ${element.owner}. `}{element.description ?? ''}</div>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Every word has to be somewhere in the element. */
export function searchElements(elements: readonly ModelElement[], text: string): readonly ModelElement[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return elements;
  return elements.filter((element) => {
    const all = `${element.path} ${element.type} ${element.owner ?? ''} ${element.description ?? ''}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

function facts({ type, many, required, unique, kind }: ModelElement): string {
  if (kind === 'entity') return type === 'object' || type === '' ? 'entity' : type;
  return [many ? `list of ${type === '' ? 'anything' : type}` : type, ...(required ? ['required'] : []), ...(unique === true ? ['unique'] : [])].filter((part) => part !== '').join(', ');
}
