import '../ranking/ranking.css';
import './meeting.css';
import { useMemo, useRef, useState, type RefObject } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import { isSameValue } from '../../../src/domain/context/same-value';
import { joinWords } from '../../../src/domain/context/join-words';
import type { Demand } from '../../../src/domain/demand/demand';
import { AGENDA_HEADINGS } from '../../../src/domain/planning/agenda-words';
import { changeSentences } from '../../../src/domain/planning/change-words';
import { gatherInterrupts, interruptUse, type InterruptUse } from '../../../src/domain/planning/interrupts';
import { meetingMarkdown } from '../../../src/domain/planning/markdown-summary';
import { AGENDA_KINDS, meetingAgenda, showDay, type AgendaItem } from '../../../src/domain/planning/meeting-agenda';
import { MOST_PUT_OFF, putOffItem, stillPutOff, type PutOff } from '../../../src/domain/planning/meeting-record';
import { uncheckedConflicts } from '../../../src/domain/planning/unchecked-conflicts';
import { changesSince, takeSnapshot } from '../../../src/domain/planning/snapshot';
import { capacityOver, medianOf } from '../../../src/domain/ranking/capacity';
import { showCount } from '../../../src/domain/ranking/show-number';
import { ConsentNeeded } from '../../shared/page-states';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { ExportButtons } from '../export-buttons';
import { exportFile, exportName } from '../export-file';
import { capacityFacts } from '../print/capacity-facts';
import { SavedPlanBar } from '../plan/saved-plan-bar';
import { withSheet } from '../print/sheet-address';
import { useDecisionsDue } from '../decisions/use-decisions-due';
import { CapacityBar } from '../ranking/capacity-bar';
import { useRanking } from '../ranking/ranking-keeper';
import { RankingStrip } from '../ranking/ranking-strip';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';
import { AgendaRow, whyNotKeep } from './agenda-row';
import { MeetingEnd } from './meeting-end';
import { useFocusIfLost } from './use-focus-if-lost';
import { useMeeting, type MeetingKeeper } from './use-meeting';
import { useSettled } from './use-settled';

/** The planning meeting, from what changed to what is kept for the next one. */
export function MeetingView(page: SubpageProps) {
  const view = useRanking();
  const keeper = useMeeting(page.demand.settings.project.id);
  const interrupts = useInterrupts(page.demand.demands, view);
  return (
    <div className="gr-stack">
      <RankingStrip view={view} />
      <CapacityBar view={view} locale={page.facts.locale} />
      <KeptNotice keeper={keeper} />
      {keeper.kept.state === 'ready' && view.ranking !== undefined && <Meeting page={page} view={view} ranking={view.ranking} interrupts={interrupts} keeper={keeper} kept={keeper.kept} />}
    </div>
  );
}

function KeptNotice({ keeper }: { readonly keeper: MeetingKeeper }) {
  if (keeper.kept.state === 'failed') {
    return (
      <Notice kind="error" title="What the last meeting left behind could not be read" live>
        <p>{keeper.kept.words}</p>
        <div><PlainButton onClick={keeper.again}>Try again</PlainButton></div>
      </Notice>
    );
  }
  return keeper.kept.state === 'consent' ? <ConsentNeeded onAllow={keeper.again} /> : null;
}

interface MeetingProps {
  readonly page: SubpageProps;
  readonly view: RankingView;
  readonly ranking: NonNullable<RankingView['ranking']>;
  readonly interrupts: InterruptUse | undefined;
  readonly keeper: MeetingKeeper;
  readonly kept: Extract<MeetingKeeper['kept'], { state: 'ready' }>;
}

function Meeting({ page, view, ranking, interrupts, keeper, kept }: MeetingProps) {
  const { demand: { demands, settings, end, facts: project }, facts, place } = page;
  const { locale, today } = facts;
  const said = useSettled(demands, locale);
  const byId = useMemo(() => new Map(demands.map((row) => [row.ticket.id, row])), [demands]);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const { snapshot, putOff } = kept.content;
  const { due, failed } = useDecisionsDue(settings.project.id, today);
  const whole = useMemo(() => meetingAgenda({
    demands, ranking, settings, planDate: view.address.planDate, today, locale, calibrations: { worthCalibration: view.calibrations.worth, effortCalibration: view.calibrations.effort }, ...(interrupts === undefined ? {} : { interrupts }),
    ...(due === undefined ? {} : { decisionsDue: due }),
  }), [demands, ranking, settings, view.address.planDate, view.calibrations, locale, interrupts, today, due]);
  // The snapshot that this meeting began with: the one that is kept at its end is the next one's.
  const [since] = useState(snapshot);
  const changes = useMemo(() => (since === undefined ? [] : changeSentences(changesSince(since, demands), locale)), [demands, locale, since]);
  const titles = useMemo(() => new Map(demands.map(({ ticket }) => [ticket.key, ticket.summary])), [demands]);
  // The results stored on the tickets follow a decision within a minute; the meeting goes on at once.
  const agenda = useMemo(() => whole.filter(({ id }) => !decided.has(id)), [whole, decided]);
  const [settledHeading, agendaHeading] = [useRef<HTMLHeadingElement>(null), useRef<HTMLHeadingElement>(null)];
  const waiting = stillPutOff(putOff, today);
  const settled = [...said, ...asked];
  useFocusIfLost(settled.length, settledHeading);
  useFocusIfLost(waiting.length, agendaHeading);
  const isPartial = end?.kind !== 'complete';
  const markdown = meetingMarkdown({
    projectName: project.name === '' ? facts.projectKey : project.name, today, locale, facts: capacityFacts(view, locale), changes, agenda, putOff: waiting, settled, isPartial,
    siteUrl: facts.siteUrl, titles, ...(since === undefined ? {} : { since: since.takenOn }),
  });
  const keep = (putOffNow: readonly PutOff[], taken = snapshot): Promise<boolean> => keeper.save({ putOff: putOffNow, ...(taken === undefined ? {} : { snapshot: taken }) });
  const isSaving = keeper.saving.kind === 'running';

  return (
    <>
      <Changes since={since?.takenOn} sentences={changes} locale={locale} />
      {settled.length > 0 && (
        <section className="gr-section" aria-labelledby="gr-mt-settled" data-testid="meeting.settled">
          <h2 id="gr-mt-settled" ref={settledHeading} tabIndex={-1}>Settled in this meeting</h2>
          <ul className="gr-mt-changes">{settled.map((words) => <li key={words}>{words}</li>)}</ul>
        </section>
      )}
      {keeper.saving.kind === 'failed' && <ProblemNotice title="This was not kept" problem={keeper.saving.problem} />}
      {keeper.saving.kind === 'consent' && <Notice kind="warning" title="Allow access" live><p>Jira asks for your consent first. Press the button again and confirm in Jira’s window.</p></Notice>}
      {failed !== undefined && <Notice kind="warning" title="Whether decisions are to be looked at again is not known" live><p>{failed}</p></Notice>}
      <Agenda
        heading={agendaHeading} agenda={agenda} waiting={waiting} page={page} view={view} ranking={ranking} isSaving={isSaving} onSettled={(words) => setAsked((all) => [...all, words])}
        onDecided={(item, words) => {
          setAsked((all) => [...all, words]);
          setDecided((ids) => new Set(ids).add(item));
        }}
        onPutOff={async (item, until, why) => {
          const next = putOffItem(putOff, { item, until, why }, today);
          return next.length <= MOST_PUT_OFF && keep(next);
        }}
        onTakeUp={(item) => void keep(waiting.filter((one) => one.item !== item))}
      />
      {/* What the meeting placed is kept only with the plan. */}
      {isUnsaved(view) && <SavedPlanBar view={view} page={page} byId={byId} />}
      <MeetingEnd
        markdown={markdown} fileName={`${exportName('meeting', page)}.md`} isSaving={isSaving}
        cannotKeep={whyNotKeep(page.demand) ?? (isPartial ? 'A snapshot needs everything loaded, or the next meeting would take what is missing for gone.' : undefined)}
        onKeep={() => keep(waiting, takeSnapshot(demands, today))} onPrint={(sheet) => place.go(place.route, withSheet(place.search, sheet))}
      />
      <ExportButtons
        file={exportFile('meeting', page)} what="the agenda"
        rows={() => [['About', 'What', 'Tickets', 'Put off until', 'Reason'], ...agenda.map((item) => agendaRow(item, waiting.find((one) => one.item === item.id)))]}
      />
      <p className="gw-quiet gw-small">Sums and counts cover the tickets that you may see.</p>
    </>
  );
}

/** Use of the allowance, counted as the Interrupts page counts it; undefined without a capacity. */
function useInterrupts(demands: readonly Demand[], { done, address, calibrations, settings }: RankingView): InterruptUse | undefined {
  return useMemo(() => {
    const whole = capacityOver({ ...settings, interruptAllowance: 0 }, address.months);
    return whole === undefined ? undefined : interruptUse(gatherInterrupts(demands, done, { ...address, calibration: calibrations.effort }), medianOf(whole), settings.interruptAllowance);
  }, [demands, done, address, calibrations, settings]);
}

/** Whether places were given that no saved plan holds. */
function isUnsaved({ kept, address }: RankingView): boolean {
  return kept.ok && !isSameValue(kept.plan?.placed ?? [], address.placed);
}

function Changes({ since, sentences, locale }: { readonly since: string | undefined; readonly sentences: readonly string[]; readonly locale: string }) {
  return (
    <section className="gr-section" aria-labelledby="gr-mt-changes" data-testid="meeting.changes">
      <h2 id="gr-mt-changes">{since === undefined ? 'What changed' : `What changed since ${showDay(since, locale)}`}</h2>
      {since === undefined
        ? <p className="gw-quiet">There is no snapshot of an earlier meeting yet. Keep one at the end, and the next meeting starts with what changed.</p>
        : sentences.length === 0 ? <p>Nothing.</p> : <ul className="gr-mt-changes">{sentences.map((words) => <li key={words}>{words}</li>)}</ul>}
    </section>
  );
}

interface AgendaProps {
  readonly heading: RefObject<HTMLHeadingElement>;
  readonly agenda: readonly AgendaItem[];
  readonly waiting: readonly PutOff[];
  readonly page: SubpageProps;
  readonly view: RankingView;
  readonly ranking: MeetingProps['ranking'];
  readonly isSaving: boolean;
  readonly onPutOff: (item: string, until: string, why: string) => Promise<boolean>;
  readonly onTakeUp: (item: string) => void;
  readonly onSettled: (words: string) => void;
  readonly onDecided: (item: string, words: string) => void;
}

function Agenda({ heading, agenda, waiting, page, view, ranking, isSaving, onPutOff, onTakeUp, onSettled, onDecided }: AgendaProps) {
  const reasons = new Map(waiting.map((one) => [one.item, one]));
  const open = agenda.filter(({ id }) => !reasons.has(id));
  const later = agenda.filter(({ id }) => reasons.has(id));
  const row = (item: AgendaItem) => {
    const putOff = reasons.get(item.id);
    return (
      <AgendaRow
        key={item.id} item={item} page={page} view={view} ranking={ranking} isSaving={isSaving} {...(putOff === undefined ? {} : { putOff })}
        onPutOff={(until, why) => onPutOff(item.id, until, why)} onTakeUp={() => onTakeUp(item.id)} onSettled={onSettled} onDecided={(words) => onDecided(item.id, words)}
      />
    );
  };
  const unchecked = useMemo(() => uncheckedConflicts(page.demand.demands), [page.demand.demands]);
  const { administers, name } = page.demand.facts;
  return (
    <section className="gr-section gr-mt-agenda" aria-labelledby="gr-mt-agenda">
      <h2 id="gr-mt-agenda" ref={heading} tabIndex={-1}>To talk about</h2>
      {!administers && <p className="gw-quiet" data-testid="meeting.reader">Who administers {name} decides, puts off and keeps a snapshot. You can read all of it, ask and copy the summary.</p>}
      {unchecked.length > 0 && <p className="gw-quiet" data-testid="meeting.unchecked">{uncheckedWords(unchecked, page.facts.locale)}</p>}
      {open.length === 0 && <p data-testid="meeting.nothing">{later.length > 0 ? 'Nothing but what is put off.' : 'Nothing: no must is at risk, no hard conflict is open, and both orders agree.'}</p>}
      {AGENDA_KINDS.map((kind) => {
        const items = open.filter((item) => item.kind === kind);
        return items.length === 0 ? null : <div key={kind} data-testid={`meeting.${kind}`}><h3>{AGENDA_HEADINGS[kind]}</h3><ul className="gr-mt-list">{items.map(row)}</ul></div>;
      })}
      {later.length > 0 && <details data-testid="meeting.put-off"><summary className="gw-focus">Put off: {formatCount(later.length, page.facts.locale)}</summary><ul className="gr-mt-list">{later.map(row)}</ul></details>}
    </section>
  );
}

/** "Whether BUYER-20 clashes with others is not known yet: what it requires of shared data has not been checked as it stands now." */
function uncheckedWords(unchecked: readonly Demand[], locale: string): string {
  const names = unchecked.length > MOST_NAMED ? showCount(unchecked.length, 'ticket', locale) : joinWords(unchecked.map(({ ticket }) => ticket.key));
  return unchecked.length === 1
    ? `Whether ${names} clashes with others is not known yet: what it requires of shared data has not been checked as it stands now.`
    : `Whether ${names} clash with others is not known yet: what they require of shared data has not been checked as it stands now.`;
}

const MOST_NAMED = 5;

function agendaRow({ kind, words, tickets }: AgendaItem, putOff: PutOff | undefined): string[] {
  return [AGENDA_HEADINGS[kind], words, tickets.map(({ ticket }) => ticket.key).join(' '), putOff?.until ?? '', putOff?.why ?? ''];
}
