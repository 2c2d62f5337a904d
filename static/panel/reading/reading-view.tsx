import { useEffect, useState } from 'react';
import { checkIndex } from '../../../src/domain/context/check-index';
import { contentHash } from '../../../src/domain/context/content-hash';
import { isCopied } from '../../../src/domain/context/draft-from-copy';
import type { Finding } from '../../../src/domain/context/finding';
import { judgeContext } from '../../../src/domain/context/judge-context';
import { INFRASTRUCTURE_FIELDS, type Acceptance, type ContextContent, type ProductContext } from '../../../src/domain/context/product-context';
import { foreseeGate } from '../../../src/domain/gate/foresee-gate';
import type { JiraCalls } from '../../shared/load-calls';
import { Notice } from '../../shared/notice';
import { dropKeptDraft, hasKeptDraft } from '../draft-key';
import { proveAcceptance, type CommentProof } from '../load-acceptance';
import { contentIn, type PanelData } from '../load-panel';
import { PlainButton } from '../../shared/plain-button';
import { AgreementLine } from './agreement-line';
import { DetailsSection } from './details-section';
import { GradeSection } from './grade-section';
import { NothingYet } from './nothing-yet';
import { RecordNotices } from './record-notices';
import { WhyCard } from './why-card';

export interface ReadingViewProps {
  readonly data: PanelData;
  readonly locale: string;
  readonly calls: JiraCalls;
  readonly onEdit: (goTo?: string, restore?: boolean) => void;
  readonly onAccept: () => void;
  readonly onBypass: () => void;
  readonly onReload: () => void;
}

/** The context as people read it: the why-card, the grade with what comes next, then details. */
export function ReadingView({ data, locale, calls, onEdit, onAccept, onBypass, onReload }: ReadingViewProps) {
  const { stored, inherited, ticket, asked, may } = data;
  const record = stored.state === 'read' ? stored.record : undefined;
  const shown = inherited?.record ?? record ?? contentIn(stored);
  const settings = asked.state === 'known' ? asked.settings : null;
  const proof = useProof(calls, ticket.id, record);
  const isShown = inherited !== undefined || (stored.state !== 'absent' && stored.state !== 'newer');
  const accepted = countedAcceptance(record, ticket.id, inherited !== undefined);
  const judgement = judgeContext({ ...contentOnly(shown), ...(accepted === undefined ? {} : { accepted }) }, settings, {
    locale, ...(data.conflicts === undefined ? {} : { conflicts: data.conflicts }), ...(proof === undefined || proof.state === 'unknown' ? {} : { acceptanceBelieved: proof.state === 'proven' }),
  });
  const mayWrite = may.edit && stored.state !== 'newer';
  const canBypass = may.transition && may.edit && record !== undefined && settings !== null && settings.gates.length > 0 && !isCopied(record, ticket.id);
  const canAccept = may.accept && may.edit && record?.infra !== undefined && !isCopied(record, ticket.id) && judgement.missing.includes('accepted');
  const wayTo = ({ criterion, path, code }: Finding): (() => void) | undefined => {
    if (criterion === 'accepted') return canAccept ? onAccept : undefined;
    const isTheirs = INFRASTRUCTURE_FIELDS.some((field) => path === field || path.startsWith(`${field}.`));
    if (!mayWrite || inherited !== undefined || code.startsWith('CONFLICTS_') || (isTheirs && !may.answerForInfrastructure)) return undefined;
    return () => onEdit(path);
  };
  return (
    <>
      <RecordNotices stored={stored} inheritedFrom={inherited?.key} mayEdit={mayWrite} indexState={record === undefined || inherited !== undefined ? undefined : checkIndex(record, settings, ticket.id)} />
      <AskedNotice data={data} />
      {mayWrite && <KeptNotice issueId={ticket.id} onContinue={() => onEdit(undefined, true)} />}
      {isShown && <WhyCard content={shown} teamName={settings?.teams.find(({ id }) => id === shown.team)?.name ?? shown.team} locale={locale} />}
      {!isShown && stored.state === 'absent' && <NothingYet data={data} onStart={() => onEdit()} onReload={onReload} />}
      {isShown && <GradeSection judgement={judgement} isDone={ticket.isDone} gates={outlooks(data, record)} wayTo={wayTo} />}
      {record !== undefined && inherited === undefined && <AgreementLine accepted={accepted} proof={proof} hash={contentHash(record)} bypass={isCopied(record, ticket.id) ? undefined : record.bypass} gates={settings?.gates ?? []} locale={locale} />}
      {!may.edit && <ReadOnly data={data} />}
      {isShown && (
        <div className="gw-actions">
          {mayWrite && <PlainButton look="primary" onClick={() => onEdit()} testId="panel.edit">{inherited === undefined ? 'Edit' : `Write a context of its own for ${ticket.key}`}</PlainButton>}
          {canAccept && <PlainButton onClick={onAccept} testId="panel.accept">Agree as written</PlainButton>}
          {canBypass && <PlainButton look="subtle" onClick={onBypass} testId="panel.bypass">Record a bypass</PlainButton>}
        </div>
      )}
      {isShown && <DetailsSection content={shown} log={inherited === undefined ? (record?.log ?? []) : []} settings={settings} locale={locale} />}
    </>
  );
}

/** Looks for the comment after the first paint; without an acceptance there is nothing to prove. */
function useProof(calls: JiraCalls, issueId: string, record: ProductContext | undefined): CommentProof | undefined {
  const accepted = record?.accepted;
  const [proof, setProof] = useState<{ readonly of: Acceptance; readonly found: CommentProof }>();
  useEffect(() => {
    if (accepted === undefined) return undefined;
    let isCurrent = true;
    const keep = (found: CommentProof): void => { if (isCurrent) setProof({ of: accepted, found }); };
    proveAcceptance(calls, issueId, accepted).then(keep, () => keep({ state: 'unknown' }));
    return () => { isCurrent = false; };
  }, [calls, issueId, accepted]);
  return proof !== undefined && proof.of === accepted ? proof.found : undefined;
}

/** A copied or inherited record brings no acceptance with it. */
function countedAcceptance(record: ProductContext | undefined, issueId: string, isInherited: boolean): Acceptance | undefined {
  return record === undefined || isInherited || isCopied(record, issueId) ? undefined : record.accepted;
}

/** What cannot be read here the gates cannot be foreseen for: they read the property as it is. */
function outlooks({ stored, asked, ticket, conflicts }: PanelData, record: ProductContext | undefined) {
  if (asked.state !== 'known' || stored.state === 'malformed') return [];
  return asked.settings.gates.map((gate) => ({ name: gate.name, outlook: foreseeGate(gate, { id: Number(ticket.id), record, conflicts }) }));
}

function contentOnly(shown: ContextContent & { readonly accepted?: Acceptance }): ContextContent {
  const { accepted: _accepted, ...content } = shown;
  return content;
}

function AskedNotice({ data: { asked } }: { readonly data: PanelData }) {
  switch (asked.state) {
    case 'known': case 'none': return null;
    case 'invisible': return (
      <Notice kind="warning" title={`You may not browse ${asked.project.key}`} testId="panel.invisible">
        <p>This ticket asks the infrastructure project {asked.project.key}. Its teams and themes cannot be read without the permission to browse it, so they are not checked here. Ask one of its administrators for “Browse projects”. What you type is kept.</p>
      </Notice>
    );
    case 'unreadable': return <Notice kind="warning" title={`The settings of ${asked.project.key} cannot be used`} testId="panel.settings-unreadable"><p>{asked.words}</p></Notice>;
    default: return asked satisfies never;
  }
}

function KeptNotice({ issueId, onContinue }: { readonly issueId: string; readonly onContinue: () => void }) {
  const [isKept, setKept] = useState(() => hasKeptDraft(issueId));
  if (!isKept) return null;
  return (
    <Notice kind="information" title="You have typed something here that is not saved" testId="panel.kept">
      <div className="gw-actions">
        <PlainButton look="primary" onClick={onContinue} testId="panel.kept.continue">Continue</PlainButton>
        <PlainButton look="subtle" onClick={() => { dropKeptDraft(issueId); setKept(false); }}>Discard it</PlainButton>
      </div>
    </Notice>
  );
}

function ReadOnly({ data: { ticket } }: { readonly data: PanelData }) {
  return (
    <p className="gw-quiet" data-testid="panel.read-only">You can read this but not change it: you lack the permission “Edit issues” in {ticket.project.key}. Ask a project administrator if you should have it.</p>
  );
}
