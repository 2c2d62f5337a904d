import { useMemo, useState } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import { QUESTIONS_A_GO } from '../../../src/contract/calls';
import type { Demand } from '../../../src/domain/demand/demand';
import { countMail, gatherQuestions, questionList } from '../../../src/domain/demand/gather-questions';
import type { DeskFields } from '../../shared/load-desk-fields';
import { Notice } from '../../shared/notice';
import { ConsentNeeded } from '../../shared/page-states';
import { copyText } from '../../shared/copy-text';
import { PlainButton } from '../../shared/plain-button';
import type { PageFacts } from '../subpages';
import { useAsking, type Asked } from './use-asking';
import { joinWords } from '../../../src/domain/context/join-words';

/** More reporters than this are counted, not told, until somebody wants the whole list. */
const TOLD_REPORTERS = 8;

interface QuestionsProps {
  readonly rows: readonly Demand[];
  readonly isSelection: boolean;
  readonly fields: ReadonlyMap<string, DeskFields>;
  readonly facts: PageFacts;
  readonly projectName: string;
}

/** What to ask whom: one list to copy, or at most 20 comments a go, after saying how many people get mail. */
export function Questions({ rows, isSelection, fields, facts, projectName }: QuestionsProps) {
  const groups = useMemo(() => gatherQuestions(rows), [rows]);
  const asking = useAsking();
  const [copying, setCopying] = useState<'not yet' | 'copied' | 'by hand'>('not yet');
  const open = useMemo(() => rows.filter((row) => row.ticket.reporter !== undefined && !asking.settled.has(row.ticket.id)), [rows, asking.settled]);
  const next = open.slice(0, QUESTIONS_A_GO);
  const mail = countMail(next, facts.accountId, new Map([...fields].map(([id, desk]) => [id, desk.watchers])));
  if (groups.length === 0) return null;
  const copy = (): void => {
    void copyText(questionList(groups, facts.siteUrl)).then((isCopied) => setCopying(isCopied ? 'copied' : 'by hand'));
  };
  return (
    <section className="gr-section" aria-labelledby="gr-questions">
      <h2 id="gr-questions">Questions, by reporter</h2>
      <p className="gw-quiet">About {isSelection ? 'the selected' : 'all shown'} tickets: what is missing until they are understood.</p>
      <ul className="gr-reporters">
        {groups.slice(0, TOLD_REPORTERS).map(({ reporter, questions }) => (
          <li key={reporter?.id ?? ''}>
            <details>
              <summary className="gw-focus"><strong>{reporter?.name ?? 'No reporter'}</strong> <span className="gw-quiet">{formatCount(questions.length, facts.locale)} {questions.length === 1 ? 'ticket' : 'tickets'}</span></summary>
              <ul>{questions.slice(0, 50).map((question) => <li key={question.issueId}><strong>{question.key}</strong> {question.summary}: {joinWords(question.lacks)}</li>)}</ul>
            </details>
          </li>
        ))}
        {groups.length > TOLD_REPORTERS && <li className="gw-quiet">and {formatCount(groups.length - TOLD_REPORTERS, facts.locale)} more people, all in the list to copy</li>}
      </ul>
      <div className="gw-actions">
        <PlainButton onClick={copy} testId="backlog.copy">{copying === 'copied' ? 'Copied' : 'Copy the whole list'}</PlainButton>
        {asking.state !== 'confirm' && asking.state !== 'consent' && (
          <PlainButton onClick={asking.confirm} unavailable={asking.state === 'sending' ? 'The comments are being posted.' : next.length === 0 ? 'Everybody was asked.' : undefined} testId="backlog.ask">
            {asking.state === 'sending' ? 'Posting …' : `Ask about ${next.length === open.length ? 'these' : 'the newest'} ${formatCount(next.length, facts.locale)} by comment`}
          </PlainButton>
        )}
      </div>
      {copying === 'by hand' && (
        <label>Your browser does not let this page write to the clipboard. Copy the list from here:
          <textarea className="gr-copy gw-focus" readOnly value={questionList(groups, facts.siteUrl)} />
        </label>
      )}
      {asking.state === 'confirm' && (
        <section className="gr-panel" aria-label="Before you ask" data-testid="backlog.confirm-ask">
          <p>
            This posts one comment in your name on each of {formatCount(next.length, facts.locale)} {next.length === 1 ? 'ticket' : 'tickets'}. <strong>{formatCount(mail.people, facts.locale)} {mail.people === 1 ? 'person gets' : 'people get'} mail</strong> (reporters and assignees
            {mail.watches > 0 ? `, and whoever is behind ${formatCount(mail.watches, facts.locale)} watches` : ''}). A ticket that was asked about within 14 days is left in peace.
          </p>
          <div className="gw-actions">
            <PlainButton look="primary" onClick={() => asking.send(next, projectName)} testId="backlog.send">Post {formatCount(next.length, facts.locale)} {next.length === 1 ? 'comment' : 'comments'}</PlainButton>
            <PlainButton look="subtle" onClick={asking.dismiss}>Do not post</PlainButton>
          </div>
        </section>
      )}
      {asking.state === 'consent' && <ConsentNeeded onAllow={() => asking.send(next, projectName)} />}
      {asking.asked.length > 0 && asking.state === 'idle' && <Answer asked={asking.asked} locale={facts.locale} />}
    </section>
  );
}

function Answer({ asked, locale }: { readonly asked: readonly Asked[]; readonly locale: string }) {
  const posted = asked.filter(({ result }) => result.outcome === 'asked').length;
  const rest = asked.filter(({ result }) => result.outcome !== 'asked');
  const hasFailed = rest.some(({ result }) => result.outcome === 'failed');
  return (
    <Notice kind={hasFailed ? 'warning' : 'success'} live title={`${formatCount(posted, locale)} ${posted === 1 ? 'question' : 'questions'} posted`} testId="backlog.asked">
      {rest.length > 0 && (
        <ul className="gr-failed">
          {rest.map(({ key, result }) => (
            <li key={key}><strong>{key}</strong>: {result.outcome === 'asked-recently' ? `asked on ${result.on} already, so nothing was posted` : result.outcome === 'failed' ? result.problem.words : ''}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
