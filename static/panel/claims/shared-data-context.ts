import { createContext, useContext } from 'react';
import type { ClaimContent } from '../../../src/domain/context/product-context';
import type { ProjectSettings } from '../../../src/domain/context/settings';
import type { CheckState } from './use-check';
import type { KnownElement } from './find-elements';
import type { ModelsState } from './use-models';
import type { OthersState } from './use-others';

/** What every requirement in the form needs to know. */
export interface SharedData {
  readonly ticketId: number;
  readonly ticketKey: string;
  readonly projectId: string | undefined;
  readonly settings: ProjectSettings | undefined;
  readonly elements: readonly KnownElement[];
  readonly models: ModelsState;
  readonly others: OthersState;
  readonly check: CheckState;
  /** The requirements as they can be read now, by their address in the form. */
  readonly claims: ReadonlyMap<string, ClaimContent>;
  readonly startPicking: () => void;
  readonly retry: () => void;
}

export const SharedDataContext = createContext<SharedData | undefined>(undefined);

export function useSharedData(): SharedData {
  const shared = useContext(SharedDataContext);
  if (shared === undefined) throw new Error('A requirement stands outside its section.');
  return shared;
}
