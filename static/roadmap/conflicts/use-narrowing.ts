import { useEffect, useMemo, useState } from 'react';
import { contentSchema } from '../../../src/contract/record';
import { answerSilence, answerWords, type SilenceAnswer } from '../../../src/domain/conflict/answer-silence';
import type { Silence } from '../../../src/domain/conflict/conflict';
import type { ContextContent } from '../../../src/domain/context/product-context';
import type { Demand } from '../../../src/domain/demand/demand';
import { askJira, ConsentNeeded } from '../../shared/bridge';
import { createJiraCalls } from '../../shared/load-calls';
import { loadEditable } from '../../shared/load-editable';
import { useCall, type CallState } from '../../shared/use-call';
import type { SubpageProps } from '../subpages';
import type { ShownConflict } from './shown-conflicts';

/** What was answered last, and what undoes it. */
export interface Answered {
  readonly key: string;
  readonly words: string;
  readonly notice?: string;
  /** Absent once it was undone. */
  readonly undo?: () => void;
}

export interface Narrowing {
  /** Whether the ticket can be narrowed here: `elsewhere` is a ticket of which only the link helps. */
  readonly standing: (question: OpenQuestion) => 'here' | 'may-not-edit' | 'elsewhere' | 'asking';
  readonly answer: (question: OpenQuestion, answer: SilenceAnswer) => void;
  /** Key of the question whose answer is being saved, or was not saved; the state says which. */
  readonly about: string | undefined;
  readonly state: CallState;
  /** Why an answer given now would not be taken: one is being saved, or what it would build on is being read. */
  readonly wait: string | undefined;
  /** Why it could not be answered without asking the backend. */
  readonly words: string;
  readonly answered: Answered | undefined;
}

/** What the requirements of one ticket leave open alike: answered together. */
export interface OpenQuestion {
  /** One text for each question. */
  readonly key: string;
  readonly ticket: number;
  readonly claimIds: readonly string[];
  readonly team: string;
  readonly dimension: string;
  readonly instead: readonly string[];
}

/** The silences of a conflict by ticket and dimension. */
export function openQuestions(silences: readonly Silence[]): readonly OpenQuestion[] {
  const questions = new Map<string, OpenQuestion>();
  for (const { claim, team, dimension, instead } of silences) {
    // A claim's key is its ticket's id, a slash, and its own id.
    const at = claim.indexOf('/');
    const [ticket, claimId] = [claim.slice(0, at), claim.slice(at + 1)];
    const key = `${ticket} ${dimension}`;
    questions.set(key, { key, ticket: Number(ticket), team, dimension, instead, claimIds: [...(questions.get(key)?.claimIds ?? []), claimId] });
  }
  return [...questions.values()];
}

/**
 * Narrows a requirement where its conflict is shown, through the very save that the panel uses: as the user, from the revision that
 * this page read. A save by somebody else in between is refused in words, and what stands there now is read.
 */
export function useNarrowing({ demand, store }: SubpageProps, shown: readonly ShownConflict[]): Narrowing {
  const saving = useCall('saveContext');
  const [about, setAbout] = useState<string>();
  const [words, setWords] = useState('');
  const [isReading, setReading] = useState(false);
  const [answered, setAnswered] = useState<Answered>();
  const byTicket = useMemo(() => new Map(demand.demands.map((one) => [Number(one.ticket.id), one])), [demand.demands]);
  const editable = useEditable(shown, byTicket);

  const readAgain = async (id: string): Promise<void> => {
    setReading(true);
    await store.reload([id]).finally(() => setReading(false));
  };
  const save = async (ticket: Demand['ticket'], content: ContextContent, startedFrom: number): Promise<{ readonly rev: number; readonly notice?: string } | undefined> => {
    const parsed = contentSchema.safeParse(content);
    if (!parsed.success) {
      setWords(`Something else in the context of ${ticket.key} does not fit its rules: open the ticket and repair it first.`);
      return undefined;
    }
    const saved = await saving.run({ issueId: ticket.id, startedFrom, content: parsed.data });
    // Also after a refusal: what somebody else saved meanwhile is what is shown next.
    await readAgain(ticket.id);
    return saved === undefined ? undefined : { rev: saved.record.rev, ...(saved.notice === undefined ? {} : { notice: saved.notice }) };
  };

  const wait = saving.state.kind === 'running' ? 'An answer is being saved.' : isReading ? 'What the ticket says now is being read.' : undefined;

  const answer = async (question: OpenQuestion, chosen: SilenceAnswer): Promise<void> => {
    const found = byTicket.get(question.ticket);
    if (found === undefined || wait !== undefined) return;
    setAbout(question.key);
    setWords('');
    const { ticket, content: before } = found;
    const content = answerSilence(before, question.claimIds, question.dimension, chosen);
    if (content === undefined) {
      setWords('This was answered meanwhile. What the ticket says now is being read.');
      await readAgain(ticket.id);
      return;
    }
    const saved = await save(ticket, content, found.rev);
    if (saved === undefined) return;
    const said = answerWords(question.dimension, chosen);
    const undo = async (): Promise<void> => {
      const undone = await save(ticket, before, saved.rev);
      if (undone !== undefined) setAnswered({ key: ticket.key, words: 'It stands again as it was before.' });
    };
    setAnswered({ key: ticket.key, words: `${said}.`, ...(saved.notice === undefined ? {} : { notice: saved.notice }), undo: () => void undo() });
  };

  return {
    standing: ({ ticket }) => {
      const found = byTicket.get(ticket);
      if (found === undefined || found.standing !== 'own') return 'elsewhere';
      if (editable === 'asking') return 'asking';
      return editable === undefined || editable.has(ticket) ? 'here' : 'may-not-edit';
    },
    answer: (question, chosen) => void answer(question, chosen), about, state: saving.state, wait, words, answered,
  };
}

/** Asked once for all tickets that left something open; a person who may not edit is told so instead of being refused later. */
function useEditable(shown: readonly ShownConflict[], byTicket: ReadonlyMap<number, Demand>): ReadonlySet<number> | 'asking' | undefined {
  const ids = [...new Set(shown.flatMap(({ conflict, hidden }) => (hidden.size > 0 ? [] : openQuestions(conflict.silences).map(({ ticket }) => ticket))))].filter((id) => byTicket.has(id)).sort((a, b) => a - b).join(',');
  const [answer, setAnswer] = useState<{ readonly ids: string; readonly editable: ReadonlySet<number> | undefined }>();
  useEffect(() => {
    if (ids === '') return undefined;
    const wish = { isCurrent: true };
    const calls = createJiraCalls({ ask: askJira, signal: new AbortController().signal, passOn: (error) => error instanceof ConsentNeeded });
    loadEditable(calls, ids.split(',').map(Number)).catch(() => undefined).then((editable) => { if (wish.isCurrent) setAnswer({ ids, editable }); }, () => undefined);
    return () => { wish.isCurrent = false; };
  }, [ids]);
  return answer?.ids === ids ? answer.editable : 'asking';
}
