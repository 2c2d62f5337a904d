import { useMemo } from 'react';
import { chanceMatrix } from '../../../src/domain/ranking/chance-to-win';
import type { Band } from '../../../src/domain/ranking/order';
import { showChance } from '../../../src/domain/ranking/show-number';

/** A table of more is unreadable, and the leaders are what is asked about. */
const MOST_COMPARED = 8;

/** How likely each ticket of a band beats each other one, to the nearest 5 %. */
export function ChanceTable({ band, locale }: { readonly band: Band; readonly locale: string }) {
  const members = useMemo(() => band.members.slice(0, MOST_COMPARED), [band]);
  const chances = useMemo(() => chanceMatrix(members), [members]);
  return (
    <div className="gr-scroll-x">
      <table className="gr-plain-table gr-rk-matrix">
        <caption className="gw-small">Chance that the ticket of the row is worth more for its effort than the one of the column{band.members.length > MOST_COMPARED ? `, for the first ${String(MOST_COMPARED)}` : ''}</caption>
        <thead><tr><td />{members.map(({ id, key }) => <th key={id} scope="col">{key}</th>)}</tr></thead>
        <tbody>
          {members.map((row, at) => (
            <tr key={row.id}>
              <th scope="row">{row.key}</th>
              {members.map((column, to) => {
                const chance = chances[at]?.[to] ?? 0.5;
                return row.id === column.id ? <td key={column.id} aria-label="the same ticket">–</td>
                  : <td key={column.id} className={chance >= 0.8 ? 'gr-rk-wins' : chance >= 0.5 ? 'gr-rk-leans' : ''}>{showChance(chance, locale)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
