import { showDay } from '../../../src/domain/planning/meeting-agenda';
import { showCapacity } from '../../../src/domain/ranking/show-number';
import type { RankingView } from '../ranking/use-ranking';
import { isWhatIf } from '../ranking/carry-what-if';
import type { SubpageProps } from '../subpages';
import { capacityFacts } from './capacity-facts';
import { SheetBar } from './sheet-bar';

interface SheetHeadProps {
  readonly title: string;
  readonly view: RankingView;
  readonly page: SubpageProps;
}

/** What a sheet is about, what it counts on, and demand against capacity as words and as a picture. */
export function SheetHead({ title, view, page: { demand: { end }, facts: { locale, today }, place } }: SheetHeadProps) {
  const { address, settings, simulation } = view;
  return (
    <>
      <h1>{title}</h1>
      <p className="sheet-quiet">{showDay(today, locale)}, counted from {showDay(address.planDate, locale)}. Covers the open tickets that whoever printed this may see{end?.kind === 'complete' ? '' : ', as far as they were loaded'}.</p>
      {isWhatIf(place.search) && <p data-testid="print.what-if"><strong>What if, not saved:</strong> this sheet counts on what somebody tried{settings.capacity === undefined ? '' : `, with ${showCapacity(settings.capacity, locale)}`}.</p>}
      {capacityFacts(view, locale).map((words) => <p key={words}>{words}</p>)}
      {simulation?.demandPercent !== undefined && <SheetBar percent={simulation.demandPercent} locale={locale} />}
    </>
  );
}
