import { createContext, useContext, type ReactNode } from 'react';
import type { SubpageProps } from '../subpages';
import { useKeptRanking, type RankingNeed, type RankingView } from './use-ranking';

interface RankingKeeperProps extends Omit<SubpageProps, 'store'> {
  readonly need: RankingNeed | undefined;
  readonly children: ReactNode;
}

const Kept = createContext<RankingView | undefined>(undefined);

/** Keeps what was read and ranked beside the demand, whichever subpage is shown. */
export function RankingKeeper({ need, children, ...page }: RankingKeeperProps) {
  return <Kept.Provider value={useKeptRanking(page, need)}>{children}</Kept.Provider>;
}

/** The ranking as far as it is known; what the subpage needs of it is said in the list of subpages. */
export function useRanking(): RankingView {
  const view = useContext(Kept);
  if (view === undefined) throw new Error('A part that shows the ranking stands outside of RankingKeeper.');
  return view;
}
