import { PlainButton } from '../../shared/plain-button';
import type { Place } from '../use-place';
import { withSheet } from './sheet-address';

/** The sheets that can be printed from a page that ranks. */
export function PrintButtons({ place }: { readonly place: Place }) {
  return (
    <div className="gw-actions">
      <PlainButton look="subtle" onClick={() => place.go(place.route, withSheet(place.search, 'plan'))} testId="print.plan">Plan to print</PlainButton>
      <PlainButton look="subtle" onClick={() => place.go(place.route, withSheet(place.search, 'staffing'))} testId="print.staffing">Staffing case to print</PlainButton>
    </div>
  );
}
