import { useRanking } from '../ranking/ranking-keeper';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';
import { PlanSheet } from './plan-sheet';
import type { SheetName } from './sheet-address';
import { StaffingSheet } from './staffing-sheet';

export interface SheetProps {
  readonly view: RankingView;
  readonly page: SubpageProps;
  readonly onBack: () => void;
}

/** A sheet of what the page below it shows: its address is the page's, so a what-if prints as it is seen. */
export function SheetPage({ sheet, ...page }: SubpageProps & { readonly sheet: SheetName }) {
  const view = useRanking();
  const back = (): void => {
    const search = new URLSearchParams(page.place.search);
    search.delete('sheet');
    page.place.go(page.place.route, search);
  };
  switch (sheet) {
    case 'staffing': return <StaffingSheet view={view} page={page} onBack={back} />;
    case 'plan': return <PlanSheet view={view} page={page} onBack={back} />;
    default: return sheet satisfies never;
  }
}
