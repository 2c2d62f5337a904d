import '../conflicts/conflicts.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { FollowUp } from '../../../src/contract/calls';
import { tell } from '../../shared/bridge';
import { downloadFile, writeCsv } from '../../shared/csv';
import { Notice } from '../../shared/notice';
import { ConsentNeeded, Empty, Failed, Loading } from '../../shared/page-states';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { useCall } from '../../shared/use-call';
import { teamNames } from '../conflicts/conflict-words';
import { useSharedData, type SharedData } from '../conflicts/use-shared-data';
import { rowsAsJson } from '../export-buttons';
import { exportName } from '../export-file';
import type { SubpageProps } from '../subpages';
import { DecisionEntry } from './decision-entry';
import { standingOf } from './decision-words';
import { decisionMarkdown, decisionRows, type LoggedDecision } from './export-decisions';
import { priceOf } from './price-of';
import { useSigned } from './use-signed';

const FILTERS = ['all', 'in force', 'look again', 'due', 'reversed'] as const;
type Filter = (typeof FILTERS)[number];
const FILTER_WORDS: Readonly<Record<Filter, string>> = { all: 'All', 'in force': 'In force', 'look again': 'Look again', due: 'Fell due', reversed: 'Reversed' };

/** The decision log: what was decided about shared data, why, at what price, and what became of it. */
export function DecisionsView(props: SubpageProps) {
  const access = useSharedData(props.demand, props.facts.today);
  switch (access.state.kind) {
    case 'loading': return <Loading what="the decisions" />;
    case 'consent': return <ConsentNeeded onAllow={() => void access.reload()} />;
    case 'failed': return <Failed title="The decisions could not be read" words={access.state.words} onRetry={() => void access.reload()} />;
    case 'ready': return <ReadyDecisions {...props} data={access.state.data} onReload={() => void access.reload()} />;
    default: return access.state satisfies never;
  }
}

function ReadyDecisions({ demand, place, facts, data, onReload }: SubpageProps & { readonly data: SharedData; readonly onReload: () => void }) {
  const { settings } = demand;
  const teamName = useMemo(() => teamNames(settings), [settings]);
  const named = Number(place.search.get('number') ?? 0);
  const wanted = place.search.get('state');
  const filter: Filter = FILTERS.find((one) => one === wanted) ?? 'all';
  const signed = useSigned(settings.project.id, data.decisions);
  const logged = useMemo<readonly LoggedDecision[]>(
    () => data.decisions.map((decision) => ({ decision, price: priceOf(decision, teamName, facts.locale), signed: signed.get(decision.number) ?? {} })).reverse(),
    [data.decisions, signed, teamName, facts.locale],
  );
  const follow = useFollowUps(settings.project.id, named > 0);
  const shown = logged.filter(({ decision }) => filter === 'all' || standingOf(decision, facts.today) === filter);
  if (logged.length === 0) {
    return (
      <Empty title="Nothing has been decided yet" action={<PlainButton look="primary" onClick={() => place.go('conflicts')}>See the conflicts</PlainButton>}>
        <p>Decisions on conflicts stand here with their reason, what else was considered, the price and the date to look again. They can be reversed.</p>
      </Empty>
    );
  }
  const file = exportName('decisions', { demand, place, facts });
  return (
    <div className="gr-stack" data-testid="decisions.ready">
      <div className="gr-table-head">
        <div className="gr-tabs" role="group" aria-label="Which decisions">
          {FILTERS.map((one) => <PlainButton key={one} aria-pressed={one === filter} onClick={() => place.refine(new URLSearchParams(one === 'all' ? {} : { state: one }))}>{FILTER_WORDS[one]} ({one === 'all' ? logged.length : logged.filter(({ decision }) => standingOf(decision, facts.today) === one).length})</PlainButton>)}
        </div>
        <div className="gw-actions">
          <PlainButton onClick={() => downloadFile(`${file}.csv`, 'text/csv', writeCsv(decisionRows(shown, teamName, facts.today)))} testId="decisions.csv">Export as CSV</PlainButton>
          <PlainButton onClick={() => downloadFile(`${file}.json`, 'application/json', rowsAsJson(decisionRows(shown, teamName, facts.today)))} testId="decisions.json">Export as JSON</PlainButton>
          <PlainButton onClick={() => downloadFile(`${file}.md`, 'text/markdown', decisionMarkdown(shown, demand.facts.name, teamName, facts.today))} testId="decisions.markdown">Export as Markdown</PlainButton>
        </div>
      </div>
      <FollowUps follow={follow} />
      {shown.length === 0 && <Empty title="No decision is in this state" />}
      {shown.map((one) => (
        <DecisionEntry
          key={one.decision.number} logged={one} teamName={teamName} facts={facts} projectId={settings.project.id} rev={data.rev} administers={demand.facts.administers}
          followUp={follow.list?.find(({ number }) => number === one.decision.number)} keyOf={(id) => data.gathered.tickets.get(id)?.key} isNamed={one.decision.number === named}
          onStale={onReload}
          onConfirmed={() => {
            tell(`Decision ${String(one.decision.number)} is confirmed`, 'What it binds is checked again.');
            onReload();
          }}
          onReversed={() => {
            tell(`Decision ${String(one.decision.number)} is reversed`, 'The requirements are back as their teams wrote them.');
            onReload();
          }}
        />
      ))}
    </div>
  );
}

interface Follow {
  readonly list: readonly FollowUp[] | undefined;
  readonly read: ReturnType<typeof useCall<'readFollowUps'>>['state'];
  readonly resume: ReturnType<typeof useCall<'resumeFollowUps'>>['state'];
  readonly ask: () => void;
  readonly goOn: () => void;
}

/** Asked for when somebody wants to know, or has just decided: opening the page runs no function. */
function useFollowUps(projectId: string, atOnce: boolean): Follow {
  const read = useCall('readFollowUps');
  const resume = useCall('resumeFollowUps');
  const [list, setList] = useState<readonly FollowUp[]>();
  const { run } = read;
  const ask = useCallback(() => { void run({ projectId }).then((reply) => { if (reply !== undefined) setList(reply.followUps); }); }, [run, projectId]);
  useEffect(() => { if (atOnce) ask(); }, [atOnce, ask]);
  return {
    list, read: read.state, resume: resume.state, ask,
    goOn: () => { void resume.run({ projectId }).then((reply) => { if (reply !== undefined) setList(reply.followUps); }); },
  };
}

function FollowUps({ follow: { list, read, resume, ask, goOn } }: { readonly follow: Follow }) {
  const waiting = (list ?? []).reduce((sum, one) => sum + one.waiting.length, 0);
  const failed = (list ?? []).reduce((sum, one) => sum + one.failed.length, 0);
  const problem = read.kind === 'failed' ? read.problem : resume.kind === 'failed' ? resume.problem : undefined;
  return (
    <div className="gr-stack">
      {problem !== undefined && <ProblemNotice title="How far comments and links are could not be read" problem={problem} onRetry={ask} />}
      {(read.kind === 'consent' || resume.kind === 'consent') && <Notice kind="warning" live><p>Jira wants your consent before Groundwork may act for you. Press the button again and confirm in Jira’s window.</p></Notice>}
      <div className="gw-actions">
        {list !== undefined && <span role="status" data-testid="decisions.followed">{waiting + failed === 0 ? 'All tickets that decisions bind have their comments and links.' : `Comments and links: ${String(waiting)} waiting, ${String(failed)} failed.`}</span>}
        <PlainButton look="link" onClick={ask} testId="decisions.follow">{read.kind === 'running' ? 'Asking …' : list === undefined ? 'How far are comments and links?' : 'Ask again'}</PlainButton>
        {waiting + failed > 0 && <PlainButton onClick={goOn} testId="decisions.resume">{resume.kind === 'running' ? 'Going on …' : 'Go on with the rest'}</PlainButton>}
      </div>
    </div>
  );
}
