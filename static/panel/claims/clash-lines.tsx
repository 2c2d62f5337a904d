import { nameSome } from '../../../src/domain/context/join-words';
import { formatWorth } from '../../../src/domain/context/format-range';
import { answerWords } from '../../../src/domain/conflict/answer-silence';
import type { Conflict } from '../../../src/domain/conflict/conflict';
import { lastStep } from '../../../src/domain/conflict/element-path';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { useForm } from '../editing/form-context';
import type { CheckReply } from './checking';
import { IN, WHERE } from './claim-texts';
import { useSharedData } from './shared-data-context';
import type { Others } from './use-others';

/**
 * What is known, while it is typed, about one requirement and those of other tickets. Three answers, never two: it would clash, no
 * clash was found, nothing is known. It is a preview over what this user may see; the stored result comes from the backend.
 */
export function ClashLines({ address }: { readonly address: string }) {
  const { check, others, claims, ticketId, retry } = useSharedData();
  const claim = claims.get(address);
  if (claim === undefined) return null;
  if (others.kind === 'failed') return <p className="gw-help">Whether it clashes with other tickets is not known: they could not be read. {others.words} <PlainButton look="link" onClick={retry}>Try again</PlainButton></p>;
  if (others.kind === 'loading') return <p className="gw-help">Reading what other tickets require …</p>;
  if (check.kind === 'failed') return <p className="gw-help">Whether it clashes with other tickets is not known: checking took too long. It is checked again after saving.</p>;
  if (check.kind === 'waiting') return <p className="gw-help">Checking against other tickets …</p>;
  const key = `${String(ticketId)}/${claim.id}`;
  const clashing = check.reply.conflicts.filter(({ conflict }) => conflict.sides.some(({ who }) => who.some((member) => member.claim === key)));
  const notes = check.reply.notes.filter(({ note }) => note.claims.some((one) => one.ticket.id === ticketId && one.id === claim.id));
  const isNew = !check.of.own.some((one) => one.id === claim.id);
  return (
    <div aria-live="polite" aria-busy={!check.isCurrent} data-testid={`panel.${address}.clash`} className="gc-clash">
      {clashing.map((found) => <Clash key={found.conflict.id} found={found} address={address} claimKey={key} others={others.others} />)}
      {clashing.length === 0 && <p className="gw-help">{isNew ? 'Checking against other tickets …' : quietWords(claim, others.others)}</p>}
      {notes.length > 0 && <ul className="gw-help">{notes.map(({ words }) => <li key={words}>{words}</li>)}</ul>}
    </div>
  );
}

/** Never "no conflict": only what was looked at. */
function quietWords({ model, element }: { readonly model: string; readonly element: string }, { claims, gap }: Others): string {
  const related = new Set(claims.filter((one) => one.status !== 'withdrawn' && one.model === model && isNear(one.element, element)).map((one) => one.ticket.id)).size;
  const words = related === 0
    ? 'Not declared: no other ticket you may see says what it requires of this. Whether it clashes is not known.'
    : `No conflict found among the requirements of ${related === 1 ? '1 other ticket' : `${String(related)} other tickets`} you may see on this.`;
  return gap === undefined ? words : `${words} ${gap}`;
}

function isNear(theirs: string, mine: string): boolean {
  return theirs === mine || lastStep(mine)?.parent === theirs || lastStep(theirs)?.parent === mine;
}

function Clash({ found: { conflict, words, change }, address, claimKey, others }: { readonly found: CheckReply['conflicts'][number]; readonly address: string; readonly claimKey: string; readonly others: Others }) {
  const { ticketId } = useSharedData();
  const { locale } = useForm();
  const against = conflict.sides.filter(({ who }) => !who.some((member) => member.claim === claimKey));
  const ids = [...new Set(against.flatMap(({ who }) => who.map((member) => member.ticket.id)))].filter((id) => id !== ticketId);
  const tickets = ids.flatMap((id) => others.tickets.get(id) ?? []);
  return (
    <Notice kind="warning" title={clashTitle(conflict, tickets.map(({ key }) => key), ids)} testId="panel.clash">
      <p>{words}</p>
      {change !== '' && <p>{change}</p>}
      {tickets.length > 0 && (
        <ul>{tickets.slice(0, MOST_TICKETS).map(({ id, key, record: { need, value } }) => (
          <li key={id}>{key}: {need === undefined ? 'the need is not written down' : `“${need}”`}{value?.worth === undefined ? '' : `, worth ${formatWorth(value.worth, locale)}`}</li>
        ))}</ul>
      )}
      {tickets.length > MOST_TICKETS && <p>and {tickets.length - MOST_TICKETS} more tickets</p>}
      <Narrowing conflict={conflict} address={address} />
    </Notice>
  );
}

const MOST_TICKETS = 5;

function clashTitle(conflict: Conflict, keys: readonly string[], ids: readonly number[]): string {
  if (ids.length === 0) return conflict.claims === 1 ? 'This cannot hold by itself' : 'This clashes with another requirement of this ticket';
  if (keys.length === 0) return 'This would clash with the shared model as it is, or with what was decided';
  return `This would clash with ${nameSome(keys, 3)}`;
}

/** One button for each dimension that this requirement left open: where it would not clash. */
function Narrowing({ conflict, address }: { readonly conflict: Conflict; readonly address: string }) {
  const { set, draft } = useForm();
  const { claims, settings } = useSharedData();
  const claim = claims.get(address);
  if (claim === undefined || draft.texts[`${address}.open`] !== 'yes') return null;
  const open = Object.entries(conflict.when).flatMap(([dimension, clashing]) => {
    if ((claim.when?.[dimension] ?? []).length > 0 || claim.everywhere?.includes(dimension) === true) return [];
    const instead = (settings?.conditions.find(({ name }) => name === dimension)?.values ?? []).filter((value) => !clashing.includes(value));
    return instead.length === 0 ? [] : [{ dimension, instead }];
  });
  if (open.length === 0) return null;
  return (
    <div className="gw-actions">
      <span>Unless it is meant only for part of them:</span>
      {open.map(({ dimension, instead }) => (
        <PlainButton
          key={dimension} testId={`panel.${address}.narrow.${dimension}`}
          onClick={() => { set(`${address}.${WHERE}${dimension}`, 'only'); set(`${address}.${IN}${dimension}`, instead.join('\n')); }}
        >
          {answerWords(dimension, instead)}
        </PlainButton>
      ))}
    </div>
  );
}
