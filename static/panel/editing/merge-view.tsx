import { useEffect, useMemo, useRef, useState } from 'react';
import { contentSchema } from '../../../src/contract/record';
import { describeChanges } from '../../../src/domain/context/describe-changes';
import { contentOf } from '../../../src/domain/context/draft-from-copy';
import { chooseSide, mergeContexts } from '../../../src/domain/context/merge-contexts';
import type { MergeConflict } from '../../../src/domain/context/three-way-merge';
import type { ContextContent, LogEntry, ProductContext } from '../../../src/domain/context/product-context';
import { PlainButton } from '../../shared/plain-button';
import { fieldWords } from './field-words';
import { shownValue } from './shown-value';

export interface MergeViewProps {
  readonly base: ContextContent;
  readonly mine: ContextContent;
  /** What is stored now; null when the context was removed meanwhile. */
  readonly theirs: ProductContext | null;
  readonly locale: string;
  /** Name of a consuming team by its id. */
  readonly teamName: (id: string) => string;
  readonly isSaving: boolean;
  readonly onSave: (content: ReturnType<typeof contentSchema.parse>) => void;
  /** Back to the form, with the chosen values and what is stored now as the new start. */
  readonly onBack: (content: ContextContent) => void;
}

type Side = 'mine' | 'theirs';
/** What a threshold measures, or the element a requirement is about, by its id. */
type Names = Readonly<Record<string, string>>;

/** Somebody saved meanwhile: both versions, field by field, with a choice where they disagree. Nothing is lost. */
export function MergeView({ base, mine, theirs, locale, teamName, isSaving, onSave, onBack }: MergeViewProps) {
  const stored = useMemo(() => (theirs === null ? {} : contentOf(theirs)), [theirs]);
  const { merged, conflicts } = useMemo(() => mergeContexts(base, mine, stored), [base, mine, stored]);
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [theirs]);
  const chosen = conflicts.reduce((content, conflict) => chooseSide(content, conflict, sides[conflict.field] ?? 'mine'), merged);
  const names: Names = Object.fromEntries([
    ...[...(stored.thresholds ?? []), ...(mine.thresholds ?? [])].flatMap(({ id, scale }) => (scale === undefined ? [] : [[id, scale]])),
    ...[...(stored.claims ?? []), ...(mine.claims ?? [])].map(({ id, element }) => [id, element]),
  ]);
  const at = { rev: 0, at: '' };
  return (
    <section className="gw-merge" aria-labelledby="gw-merge-title" data-testid="panel.merge">
      <h2 id="gw-merge-title" ref={heading} tabIndex={-1} className="gw-focus">Somebody saved meanwhile</h2>
      <p>{theirs === null ? 'The stored context was removed while you were writing.' : 'Nothing of yours is lost, and nothing of theirs.'} {conflicts.length === 0 ? 'Your changes and theirs do not touch the same fields: both are kept.' : 'Choose a version where both of you changed the same field.'}</p>
      {conflicts.map((conflict) => <Conflict key={conflict.field} conflict={conflict} names={names} side={sides[conflict.field] ?? 'mine'} locale={locale} teamName={teamName} onChoose={(side) => setSides((before) => ({ ...before, [conflict.field]: side }))} />)}
      <Changes title="Only they changed" names={names} changes={onlyOn(describeChanges(base, stored, at, teamName), conflicts)} />
      <Changes title="Only you changed" names={names} changes={onlyOn(describeChanges(base, mine, at, teamName), conflicts)} />
      <div className="gw-actions">
        <PlainButton look="primary" onClick={isSaving ? undefined : () => onSave(contentSchema.parse(chosen))} testId="panel.merge.save">{isSaving ? 'Saving …' : 'Save this'}</PlainButton>
        <PlainButton look="subtle" onClick={() => onBack(chosen)} testId="panel.merge.back">Back to the form</PlainButton>
      </div>
      <p role="status" className="gw-hidden">{isSaving ? 'Saving …' : ''}</p>
    </section>
  );
}

function Conflict({ conflict, names, side, locale, teamName, onChoose }: { readonly conflict: MergeConflict; readonly names: Names; readonly side: Side; readonly locale: string; readonly teamName: (id: string) => string; readonly onChoose: (side: Side) => void }) {
  const name = `merge-${conflict.field}`;
  const shown = (value: unknown): string => shownValue(conflict.field === 'team' && typeof value === 'string' ? teamName(value) : value, locale, teamName);
  return (
    <fieldset className="gw-card" data-testid={`panel.merge.${conflict.field}`}>
      <legend>{fieldWords(conflict.path, names)}</legend>
      {(['mine', 'theirs'] as const).map((choice) => (
        <label key={choice} className="gw-radio">
          <input type="radio" name={name} checked={side === choice} onChange={() => onChoose(choice)} data-testid={`panel.merge.${conflict.field}.${choice}`} />
          <span><strong>{choice === 'mine' ? 'Yours' : 'Theirs'}:</strong> {shown(conflict[choice])}</span>
        </label>
      ))}
      <p className="gw-help">Before: {shown(conflict.base)}</p>
    </fieldset>
  );
}

function onlyOn(changes: readonly LogEntry[], conflicts: readonly MergeConflict[]): readonly LogEntry[] {
  return changes.filter(({ field }) => !conflicts.some((conflict) => conflict.field === field || conflict.field.startsWith(`${field}.`) || field.startsWith(`${conflict.field}.`)));
}

function Changes({ title, changes, names }: { readonly title: string; readonly names: Names; readonly changes: readonly LogEntry[] }) {
  if (changes.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>{changes.map(({ field, from, to }) => <li key={field}>{fieldWords(field.split('.'), names)}: {from ?? 'nothing'} → {to ?? 'nothing'}</li>)}</ul>
    </div>
  );
}
