import { useId } from 'react';
import { MODEL_TICKET, claimKey } from '../../../src/domain/conflict/claim';
import { whenWords } from '../../../src/domain/conflict/describe-conflict';
import { PlainButton } from '../../shared/plain-button';
import type { SideContext } from '../conflicts/conflict-side';
import { askWords, LEVEL_WORDS } from '../conflicts/conflict-words';
import { canonFor, canonSides, dimensionsOf, membersOf, overruledBy, proposeValues, takesBounds, valuesOf, type DecideDraft, type Question } from './decide-draft';
import { makerWords } from './decision-words';
import { TextField } from './field';
import { JointTicketField } from './joint-ticket-field';

export interface WayFormProps {
  readonly draft: DecideDraft;
  readonly question: Question;
  readonly context: SideContext;
  /** ISO date: dates before it make no sense. */
  readonly today: string;
  readonly onChange: (change: Partial<DecideDraft>) => void;
}

/** What one way of deciding needs to know. */
export function WayForm(props: WayFormProps) {
  switch (props.draft.kind) {
    case 'standardise': return <StandardiseForm {...props} />;
    case 'branch': return <BranchForm {...props} />;
    case 'collaborate': return <CollaborateForm {...props} />;
    case 'separate ways': return <SeparateForm {...props} />;
    default: return props.draft.kind satisfies never;
  }
}

function StandardiseForm({ draft, question, context, today, onChange }: WayFormProps) {
  const name = useId();
  const canon = canonFor(draft, question);
  const overruled = draft.overruled ?? (canon === undefined ? [] : overruledBy(canon, question));
  // What the model constrains is changed by an import, not here.
  const members = membersOf(question).filter(({ ticket }) => ticket.id !== MODEL_TICKET);
  const there = whenWords(question.conflict.when);
  return (
    <>
      <fieldset className="gc-choices">
        <legend>Which requirement holds for everybody?</legend>
        {canonSides(question).map(({ side, claim }, at) => (
          <label key={`${String(at)} ${side.ask}`}><input type="radio" name={name} checked={draft.canon === at} onChange={() => onChange({ canon: at, overruled: undefined })} /> {side.ask} <span className="gw-quiet">{claim.ticket.id < 0 ? `as was decided in ${claim.ticket.key}` : `as ${claim.ticket.id === 0 ? claim.ticket.key : context.teamName(claim.team)} asks`}</span></label>
        ))}
        {takesBounds(question) && <label><input type="radio" name={name} checked={draft.canon === 'own'} onChange={() => onChange({ canon: 'own', overruled: undefined })} /> Something else</label>}
      </fieldset>
      {draft.canon === 'own' && (
        <div className="gr-filters">
          <TextField label="At least" value={draft.min} onChange={(min) => onChange({ min, overruled: undefined })} />
          <TextField label="At most" value={draft.max} onChange={(max) => onChange({ max, overruled: undefined })} />
          <span className="gc-unit">{canonSides(question)[0]?.claim.unit ?? ''}</span>
        </div>
      )}
      {there !== '' && (
        <fieldset className="gc-choices">
          <legend>Where?</legend>
          <label><input type="radio" name={`${name}-where`} checked={draft.where === 'there'} onChange={() => onChange({ where: 'there', overruled: undefined })} /> Where it clashes: {there}</label>
          <label><input type="radio" name={`${name}-where`} checked={draft.where === 'everywhere'} onChange={() => onChange({ where: 'everywhere', overruled: undefined })} /> Everywhere</label>
        </fieldset>
      )}
      <fieldset className="gc-choices">
        <legend>Which requirements does it overrule?</legend>
        {members.map((claim) => {
          const key = claimKey(claim);
          return (
            <label key={key}>
              <input type="checkbox" checked={overruled.includes(key)} onChange={(event) => onChange({ overruled: event.target.checked ? [...overruled, key] : overruled.filter((one) => one !== key) })} />
              {' '}{claim.ticket.key}, {makerWords(claim, context.teamName)}: {claim.element === question.conflict.at.element ? '' : `${claim.element} `}{askWords(claim, context.teamName)} <span className="gw-quiet">({claim.status === 'in force' ? 'already built' : LEVEL_WORDS[claim.level]})</span>
            </label>
          );
        })}
      </fieldset>
      <TextField label="Until (if it should end)" type="date" min={today} value={draft.until} onChange={(until) => onChange({ until })} />
    </>
  );
}

function BranchForm({ draft, question, context, today, onChange }: WayFormProps) {
  const name = useId();
  const dimensions = dimensionsOf(question);
  if (dimensions.length === 0) return <p>There is nothing to branch by yet: an administrator lists journeys, markets, channels or the like in Groundwork’s settings first.</p>;
  const sideName = (at: number): string => {
    const side = question.conflict.sides[at];
    const teams = [...new Set(side?.who.map((member) => makerWords(member, context.teamName)) ?? [])];
    return `${teams.slice(0, 3).join(', ')}${teams.length > 3 ? ' and others' : ''}: ${side?.ask ?? ''}`;
  };
  return (
    <>
      <div className="gr-field">
        <label htmlFor={`${name}-dimension`}>Different by</label>
        <select id={`${name}-dimension`} className="gw-focus" value={draft.dimension} onChange={(event) => onChange({ dimension: event.target.value, values: proposeValues(question, event.target.value) })}>
          {dimensions.map((dimension) => <option key={dimension.name} value={dimension.name}>{dimension.name}</option>)}
        </select>
      </div>
      <fieldset className="gc-choices">
        <legend>Whose requirement holds where?</legend>
        {valuesOf(question, draft.dimension).map((value) => (
          <div key={value} className="gc-value">
            <label htmlFor={`${name}-${value}`}>{value}</label>
            <select
              id={`${name}-${value}`} className="gw-focus" value={String(draft.values[value] ?? '')}
              onChange={(event) => {
                const { [value]: _before, ...others } = draft.values;
                onChange({ values: event.target.value === '' ? others : { ...others, [value]: Number(event.target.value) } });
              }}
            >
              <option value="">nobody’s</option>
              {question.conflict.sides.map((_side, at) => <option key={at} value={at}>{sideName(at)}</option>)}
            </select>
          </div>
        ))}
      </fieldset>
      <TextField label="Until" type="date" min={today} value={draft.until} onChange={(until) => onChange({ until })} hint="On this day the branch ends and the conflict is back." />
    </>
  );
}

function CollaborateForm({ draft, today, onChange }: WayFormProps) {
  return (
    <div className="gr-filters gc-top">
      <JointTicketField joint={draft.joint} onChange={(joint) => onChange({ joint })} />
      <TextField label="Person-days" value={draft.personDays} onChange={(personDays) => onChange({ personDays })} hint="What finding the answer may take, of all teams together." />
      <TextField label="Until" type="date" min={today} value={draft.until} onChange={(until) => onChange({ until })} hint="The deadline; after it the conflict is back." />
    </div>
  );
}

function SeparateForm({ draft, question, context, today, onChange }: WayFormProps) {
  const teams = [...new Set(question.conflict.sides.flatMap((side) => side.who).filter((member) => member.ticket.id > 0).map((member) => member.team))].filter((team) => team !== '').sort();
  return (
    <>
      <fieldset className="gc-choices">
        <legend>Who keeps {question.conflict.at.element} on its own?</legend>
        {teams.map((team) => (
          <label key={team}><input type="checkbox" checked={draft.teams.includes(team)} onChange={(event) => onChange({ teams: event.target.checked ? [...draft.teams, team] : draft.teams.filter((one) => one !== team) })} /> {context.teamName(team)}</label>
        ))}
      </fieldset>
      <TextField label="Until (if it should end)" type="date" min={today} value={draft.until} onChange={(until) => onChange({ until })} />
    </>
  );
}

/** Chooses one of the four ways. */
export function WayChooser({ ways, chosen, onChoose }: { readonly ways: readonly { readonly kind: DecideDraft['kind']; readonly name: string; readonly means: string }[]; readonly chosen: DecideDraft['kind']; readonly onChoose: (kind: DecideDraft['kind']) => void }) {
  return (
    <div className="gc-ways" role="group" aria-label="How to settle it">
      {ways.map(({ kind, name, means }) => (
        <div key={kind} className={kind === chosen ? 'gc-way gc-way--chosen' : 'gc-way'}>
          <PlainButton aria-pressed={kind === chosen} onClick={() => onChoose(kind)} testId={`decide.way.${kind}`}>{name}</PlainButton>
          <p className="gw-small">{means}</p>
        </div>
      ))}
    </div>
  );
}
