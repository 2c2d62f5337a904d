import { findVagueWords } from '../../../src/domain/context/find-vague-words';

const SHOWN = 3;

/** Points out wording that cannot be measured, with what is missing. Advice: it never keeps anybody from saving. */
export function VagueWords({ text }: { readonly text: string }) {
  const spans = findVagueWords(text).slice(0, SHOWN);
  return (
    <div aria-live="polite" data-testid="panel.vague">
      {spans.map(({ start, text: word, missing }) => <p key={`${start}-${word}`} className="gw-advice">“{word}” cannot be measured: {missing.charAt(0).toLowerCase() + missing.slice(1)}.</p>)}
    </div>
  );
}
