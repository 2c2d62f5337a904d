import './claims.css';
import { useMemo } from 'react';
import type { ContextContent, Grade } from '../../../src/domain/context/product-context';
import { ticketClaims } from '../../../src/domain/conflict/ticket-claims';
import type { JiraCalls } from '../../shared/load-calls';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { nextId } from '../editing/draft';
import { useForm } from '../editing/form-context';
import type { Asked, Ticket } from '../load-panel';
import type { CheckRequest } from './checking';
import { ClaimCard } from './claim-card';
import { closedTexts } from './claim-texts';
import { knownElements } from './find-elements';
import { nearModels } from './near-models';
import { PasteSchema } from './paste-schema';
import { SharedDataContext, type SharedData } from './shared-data-context';
import { useCheck } from './use-check';
import { useModels, type ModelsState } from './use-models';
import { useOthers, type OthersState } from './use-others';

export interface ClaimsSectionProps {
  readonly asked: Asked;
  readonly ticket: Ticket;
  /** What stands in the form, as far as it can be read, and the grade it would have. */
  readonly content: ContextContent;
  readonly grade: Grade;
  readonly calls: JiraCalls;
}

/** Most requirements that one record holds. */
const MOST_CLAIMS = 100;

/** What this ticket requires of shared data, checked against the other tickets while it is typed. */
export function ClaimsSection(props: ClaimsSectionProps) {
  const { draft, set, setList } = useForm();
  const shared = useSharedDataOf(props);
  const answer = draft.texts['shared.answer'] ?? '';
  const isFull = draft.claims.length >= MOST_CLAIMS;
  const answerSome = (): void => { if (answer === '' || answer === 'none') set('shared.answer', 'some'); };
  const add = (): void => {
    const id = nextId('c', draft.claims);
    set(`claims.${id}.open`, 'yes');
    setList('claims', [...draft.claims, id]);
    answerSome();
    setTimeout(() => document.querySelector<HTMLElement>(`[data-address="claims.${CSS.escape(id)}.element"]`)?.focus());
  };
  return (
    <SharedDataContext.Provider value={shared}>
      <div className="gc-claims" data-testid="panel.claims" data-address="claims" tabIndex={-1}>
        <h4>What it requires of shared data</h4>
        {answer === 'none' && draft.claims.length > 0 && (
          <Notice kind="warning" live>
            <p>You say that it touches no shared data, and {draft.claims.length === 1 ? 'a requirement stands' : `${String(draft.claims.length)} requirements stand`} here. Keep one of the two.</p>
            <div className="gw-actions"><PlainButton onClick={() => set('shared.answer', 'some')}>It touches shared data</PlainButton></div>
          </Notice>
        )}
        {answer === 'ask' && <p className="gw-help">The architect is asked. What you know already can stand here.</p>}
        {draft.claims.map((id, at) => <ClaimCard key={id} id={id} number={at + 1} />)}
        {isFull
          ? <p className="gw-help">One ticket holds at most {MOST_CLAIMS} requirements. Remove some, or split the ticket.</p>
          : <div><PlainButton look="subtle" onClick={add} testId="panel.claims.add">{draft.claims.length === 0 ? 'Add a requirement' : 'Add another requirement'}</PlainButton></div>}
        {!isFull && (
          <PasteSchema
            ticket={props.ticket} room={MOST_CLAIMS - draft.claims.length}
            onAdd={(claims) => {
              const ids = [...draft.claims];
              for (const claim of claims) {
                const id = nextId('c', ids);
                ids.push(id);
                for (const [key, text] of Object.entries(closedTexts(`claims.${id}`, { ...claim, id }))) set(key, text);
              }
              setList('claims', ids);
              answerSome();
            }}
          />
        )}
      </div>
    </SharedDataContext.Provider>
  );
}

function useSharedDataOf({ asked, ticket, content, grade, calls }: ClaimsSectionProps): SharedData {
  const { draft } = useForm();
  const projectId = 'project' in asked ? asked.project.id : undefined;
  const settings = asked.state === 'known' ? asked.settings : undefined;
  const ticketId = Number(ticket.id);
  const [others, retry] = useOthers(calls, asked, ticketId);
  const [models, startPicking] = useModels(projectId);
  const elements = useMemo(() => knownElements(modelsIn(models), claimsIn(others)), [models, others]);
  const claims = useMemo(() => byAddress(content, draft.claims), [content, draft.claims]);
  const { team = '' } = content;
  // The content is read anew at every key; only other requirements are another question.
  const asText = JSON.stringify(content.claims ?? []);
  const request = useMemo((): CheckRequest | undefined => {
    const own = ticketClaims(JSON.parse(asText) as ContextContent['claims'], { ticket: { id: ticketId, key: ticket.key }, team, grade, status: 'proposed' });
    if (others.kind !== 'read' || own.length === 0) return undefined;
    const near = nearModels(models, own);
    return {
      ticket: ticketId, own, others: [...others.others.claims, ...near.claims], elements: near.elements, decisions: others.others.decisions, today: new Date().toISOString().slice(0, 10),
      dimensions: settings?.conditions ?? [], teams: settings?.teams ?? [], isOwnView: true,
    };
  }, [asText, ticketId, ticket.key, team, grade, others, models, settings]);
  const check = useCheck(request);
  return useMemo(() => ({ ticketId, ticketKey: ticket.key, projectId, settings, elements, models, others, check, claims, startPicking, retry }),
    [ticketId, ticket.key, projectId, settings, elements, models, others, check, claims, startPicking, retry]);
}

function modelsIn(state: ModelsState) {
  return state.kind === 'read' ? state.models : [];
}

function claimsIn(state: OthersState) {
  return state.kind === 'read' ? state.others.claims : [];
}

/** A requirement keeps its id; the form's list may call a repeated one otherwise. */
function byAddress({ claims = [] }: ContextContent, ids: readonly string[]): SharedData['claims'] {
  const waiting = [...claims];
  const found = new Map<string, (typeof claims)[number]>();
  for (const id of ids) {
    const at = waiting.findIndex((claim) => claim.id === id || id.startsWith(`${claim.id}-`));
    const [claim] = at < 0 ? [] : waiting.splice(at, 1);
    if (claim !== undefined) found.set(`claims.${id}`, claim);
  }
  return found;
}
