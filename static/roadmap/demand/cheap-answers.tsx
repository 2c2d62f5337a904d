import { useMemo } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import { CHEAP_ANSWERS, type Demand } from '../../../src/domain/demand/demand';
import { CHEAP_ANSWER_WORDS } from '../../../src/domain/demand/demand-words';
import { shareCheapAnswers } from '../../../src/domain/demand/share-cheap-answers';
import { showShare } from '../../../src/domain/ranking/show-number';
import { ExportButtons } from '../export-buttons';
import { exportFile } from '../export-file';
import type { SubpageProps } from '../subpages';
import { cheapAnswerRows } from './demand-export-rows';

/** Per team, how often it answers what costs nothing to answer. */
export function CheapAnswers({ demands, page }: { readonly demands: readonly Demand[]; readonly page: SubpageProps }) {
  const { demand: { settings }, facts } = page;
  const shares = useMemo(() => shareCheapAnswers(demands), [demands]);
  if (shares.length === 0) return null;
  const nameOf = (id: string): string => (id === '' ? 'No team stated' : settings.teams.find((team) => team.id === id)?.name ?? id);
  return (
    <section className="gr-section" aria-labelledby="gr-cheap">
      <h2 id="gr-cheap">Answers that cost nothing to give</h2>
      <p className="gw-quiet">Each is a fair answer now and then. A team that gives one most of the time may need help with the question. “Must” counts tickets whose every requirement on shared data is a must.</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a narrow screen, so it must be reachable by keyboard */}
      <div className="gr-scroll-x gw-focus" role="region" aria-label="Shares of cheap answers" tabIndex={0}>
        <table className="gr-plain-table gr-shares">
          <thead>
            <tr><th scope="col">Team</th><th scope="col">Tickets explained</th>{CHEAP_ANSWERS.map((answer) => <th scope="col" key={answer}>{CHEAP_ANSWER_WORDS[answer]}</th>)}</tr>
          </thead>
          <tbody>
            {shares.map((share) => (
              <tr key={share.team}>
                <th scope="row">{nameOf(share.team)}</th>
                <td>{formatCount(share.answered, facts.locale)}</td>
                {CHEAP_ANSWERS.map((answer) => <td key={answer}>{shareWords(share.counts[answer], share.answered, facts.locale)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ExportButtons file={exportFile('answers-that-cost-nothing', page)} what="answers that cost nothing" rows={() => cheapAnswerRows(shares, nameOf)} />
    </section>
  );
}

/** A percentage of a handful says more than is known, so the count always stands beside it. */
function shareWords(count: number, of: number, locale: string): string {
  return count === 0 ? 'none' : `${showShare(100 * count / of, locale)} (${formatCount(count, locale)})`;
}
