import { createContext, useContext } from 'react';
import type { Finding } from '../../../src/domain/context/finding';
import type { NamedTeam } from '../../../src/domain/context/name-teams';
import type { FieldError } from './content-of';
import type { Draft } from './draft';

/** What every field of the form needs: its text, how to change it, and what is to be said beside it. */
export interface FormValue {
  readonly draft: Draft;
  readonly locale: string;
  /** Consuming teams of the infrastructure project that is asked. */
  readonly teams: readonly NamedTeam[];
  /** Cannot be saved as typed. */
  readonly errors: readonly FieldError[];
  /** Judged while typing, with addresses of fields. */
  readonly findings: readonly Finding[];
  /** Fields the user has been in: only they are told that they are empty. */
  readonly touched: ReadonlySet<string>;
  readonly set: (address: string, text: string) => void;
  readonly setList: (list: 'thresholds' | 'evidence' | 'claims', ids: readonly string[]) => void;
  readonly touch: (address: string) => void;
}

export const FormContext = createContext<FormValue | undefined>(undefined);

export function useForm(): FormValue {
  const form = useContext(FormContext);
  if (form === undefined) throw new Error('A field stands outside the form.');
  return form;
}

/** One line beside a field. */
export interface FieldMessage {
  readonly kind: 'error' | 'missing' | 'advice';
  readonly words: string;
}

/** Errors first, then what is missing, then advice. Emptiness is told only after the user has been in the field. */
export function messagesAt({ errors, findings, touched }: FormValue, address: string): readonly FieldMessage[] {
  const wrong = errors.filter((error) => error.address === address && (error.isUnfinished !== true || touched.has(address))).map(({ words }): FieldMessage => ({ kind: 'error', words }));
  const judged = findings.filter((finding) => finding.path === address && (touched.has(address) || !isEmptiness(finding)));
  const said = judged.map(({ words, blocks }): FieldMessage => ({ kind: blocks ? 'missing' : 'advice', words: `${words}.` }));
  return wrong.length > 0 ? wrong : [...new Map(said.map((message) => [message.words, message])).values()];
}

function isEmptiness({ code }: Finding): boolean {
  return code === 'EMPTY' || code === 'THRESHOLD_UNFINISHED' || code === 'NOT_MONEY_UNPROVEN' || code === 'COMPLIANCE_WITHOUT_LAW' || code === 'LEVEL_UNFINISHED' || code === 'BEFORE_DONE';
}
