import { useMemo, useState } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import type { Demand } from '../../../src/domain/demand/demand';
import { demandRows } from '../../../src/domain/demand/demand-rows';
import type { DemandGroup, Grouping } from '../../../src/domain/demand/group-demand';
import type { WorthRole } from '../../../src/domain/planning/worth-sums';
import { worthSentence } from '../../../src/domain/demand/worth-sentence';
import type { WorthScale } from '../../../src/domain/demand/worth-scale';
import { downloadFile, writeCsv } from '../../shared/csv';
import { PlainButton } from '../../shared/plain-button';
import { CopySentence } from '../charts/picture';
import { rowsAsJson } from '../export-buttons';
import { exportFile, withCovers, type Cell, type ExportFile } from '../export-file';
import { VirtualRows } from '../rows/virtual-rows';
import type { SubpageProps } from '../subpages';
import { DemandRow } from './demand-row';
import { GroupRow } from './group-row';
import { WorthAxis } from './worth-bar';

interface DemandTableProps {
  readonly groups: readonly DemandGroup[];
  readonly scale: WorthScale | undefined;
  /** By ticket id, what each is in a sum of worths; absent while tickets are loading. */
  readonly roles: ReadonlyMap<string, WorthRole> | undefined;
  readonly by: Grouping;
  readonly page: SubpageProps;
  readonly onAnswer: (demand: Demand) => void;
  readonly shown: readonly Demand[];
  readonly of: number;
  readonly isPartial: boolean;
}

type Line = { readonly kind: 'group'; readonly group: DemandGroup } | { readonly kind: 'ticket'; readonly demand: Demand };

/** Typical heights in CSS pixels. */
const HEIGHTS = { group: 57, ticket: 76 } as const satisfies Record<Line['kind'], number>;
/** Head of the table with its scale, and the most that the table takes of the page. */
const HEADER_HEIGHT = 74;
const TABLE_HEIGHT = 600;

/** Groups and their tickets; only the lines in view are drawn, so that 10,000 scroll as 10 do. */
export function DemandTable({ groups, scale, roles, by, page, onAnswer, shown, of, isPartial }: DemandTableProps) {
  const { facts, demand: { settings } } = page;
  const file = exportFile('demand', page);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(() => groups.flatMap((group): Line[] => [
    { kind: 'group', group },
    ...(closed.has(group.id) ? [] : group.demands.map((demand): Line => ({ kind: 'ticket', demand }))),
  ]), [groups, closed]);
  const sentence = useMemo(() => worthSentence(shown, facts.locale), [shown, facts.locale]);
  const toggle = (id: string): void => setClosed((before) => {
    const next = new Set(before);
    if (!next.delete(id)) next.add(id);
    return next;
  });
  if (shown.length === 0) return null;
  return (
    <section aria-label="Tickets">
      <div className="gr-table-head">
        <p role="status" data-testid="roadmap.count">
          {shown.length === of ? `${formatCount(of, facts.locale)} open tickets` : `${formatCount(shown.length, facts.locale)} of ${formatCount(of, facts.locale)} open tickets`}
          {isPartial ? ', not everything is loaded' : ''}
        </p>
        <div className="gw-actions">
          <PlainButton look="subtle" onClick={() => setClosed(closed.size > 0 ? new Set() : new Set(groups.map((group) => group.id)))}>
            {closed.size > 0 ? 'Open all groups' : 'Close all groups'}
          </PlainButton>
          <PlainButton onClick={() => downloadFile(`${file.name}.csv`, 'text/csv', writeCsv(shownRows(groups, page, file)))} testId="roadmap.export">Export as CSV</PlainButton>
          <PlainButton onClick={() => downloadFile(`${file.name}.json`, 'application/json', rowsAsJson(shownRows(groups, page, file)))} testId="roadmap.export-json">Export as JSON</PlainButton>
        </div>
      </div>
      {sentence !== undefined && <p className="gw-quiet gr-rk-kept"><span data-testid="roadmap.worths">{sentence}</span> <CopySentence sentence={sentence} of="what the tickets are worth" /></p>}
      <VirtualRows
        label="Demand" regionLabel="Table of tickets, scrolls" lines={lines} keyOf={keyOf} heightOf={({ kind }) => HEIGHTS[kind]} headHeight={HEADER_HEIGHT} mostHeight={TABLE_HEIGHT}
        tableClass="gr-table" rowClass="gr-row" lineClass={({ kind }) => (kind === 'group' ? 'gr-line gr-group' : 'gr-line gr-row')}
        headings={['Ticket and why', 'Grade', 'Missing', <WorthAxis key="worth" scale={scale} locale={facts.locale} />]}
      >
        {(line) => (line.kind === 'group'
          ? <GroupRow group={line.group} by={by} roles={roles} settings={settings} locale={facts.locale} isOpen={!closed.has(line.group.id)} onToggle={() => toggle(line.group.id)} />
          : <DemandRow demand={line.demand} scale={scale} page={page} onAnswer={onAnswer} />)}
      </VirtualRows>
    </section>
  );
}

function keyOf(line: Line): string {
  return line.kind === 'group' ? `group ${line.group.id}` : line.demand.ticket.id;
}

/** What is shown, in the order in which it is shown, and what it covers. */
function shownRows(groups: readonly DemandGroup[], { demand: { settings } }: SubpageProps, { covers }: ExportFile): Cell[][] {
  return withCovers(demandRows(groups.flatMap((group) => group.demands), settings), covers);
}
