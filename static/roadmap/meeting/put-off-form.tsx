import { useState } from 'react';
import { REASON_CHARACTERS } from '../../../src/domain/planning/meeting-record';
import { PlainButton } from '../../shared/plain-button';

interface PutOffFormProps {
  /** Makes the fields' ids differ from those of other items. */
  readonly id: string;
  /** ISO date. */
  readonly today: string;
  readonly isSaving: boolean;
  readonly onPutOff: (until: string, why: string) => void;
  readonly onCancel: () => void;
}

/** Two weeks: the next meeting of most teams. */
const DAYS_AHEAD = 14;

/** Until when something is put off, and why; both are asked for. */
export function PutOffForm({ id, today, isSaving, onPutOff, onCancel }: PutOffFormProps) {
  const [until, setUntil] = useState(() => dayAfter(today, DAYS_AHEAD));
  const [why, setWhy] = useState('');
  const [words, setWords] = useState('');
  const submit = (): void => {
    if (!/^\d{4}-\d\d-\d\d$/.test(until) || until <= today) return setWords('Choose a day after today.');
    if (why.trim() === '') return setWords('Say why it can wait: the next meeting will ask.');
    setWords('');
    onPutOff(until, why.trim());
  };
  return (
    <form className="gr-mt-form" onSubmit={(event) => { event.preventDefault(); if (!isSaving) submit(); }}>
      <div className="gr-filters">
        <div className="gr-field"><label htmlFor={`${id}-until`}>Not before</label><input id={`${id}-until`} type="date" min={dayAfter(today, 1)} value={until} onChange={({ target }) => setUntil(target.value)} /></div>
        {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the form opens because somebody pressed its button; that is where they go on */}
        <div className="gr-field gr-field--wide"><label htmlFor={`${id}-why`}>Why it can wait</label><input id={`${id}-why`} autoFocus value={why} maxLength={REASON_CHARACTERS} onChange={({ target }) => setWhy(target.value)} /></div>
        <PlainButton look="primary" type="submit" unavailable={isSaving ? 'Saving' : undefined}>{isSaving ? 'Saving …' : 'Put off'}</PlainButton>
        <PlainButton look="subtle" onClick={onCancel}>Cancel</PlainButton>
      </div>
      <p role="alert" className="gr-mt-error">{words}</p>
    </form>
  );
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
