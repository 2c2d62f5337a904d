import { useMemo } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import type { Claim } from '../../../src/domain/conflict/claim';
import { isSameElement } from '../../../src/domain/conflict/spell-as-model';
import { claimsTouched, compareModels } from '../../../src/domain/model/compare-models';
import type { ModelElement } from '../../../src/domain/model/shared-model';
import { Notice } from '../../shared/notice';
import { askWords } from '../conflicts/conflict-words';

const SHOWN = 200;

interface ImportDifferenceProps {
  readonly before: readonly ModelElement[];
  readonly after: readonly ModelElement[];
  /** On this model. */
  readonly claims: readonly Claim[];
  readonly teamName: (id: string) => string;
  readonly locale: string;
}

/** What a second import adds, removes and changes, and which requirements of tickets that touches. */
export function ImportDifference({ before, after, claims, teamName, locale }: ImportDifferenceProps) {
  const difference = useMemo(() => compareModels(before, after), [before, after]);
  const touched = useMemo(() => claimsTouched(difference, claims, { before, after }), [difference, claims, before, after]);
  const { added, removed, changed } = difference;
  if (added.length + removed.length + changed.length === 0) return <p role="status" data-testid="models.difference">Nothing differs from what is stored.</p>;
  return (
    <div className="gr-stack" data-testid="models.difference">
      <p role="status"><strong>Compared with what is stored:</strong> {formatCount(added.length, locale)} added, {formatCount(removed.length, locale)} removed, {formatCount(changed.length, locale)} changed.</p>
      {touched.length > 0 && (
        <Notice kind="warning" title={`${formatCount(touched.length, locale)} ${touched.length === 1 ? 'requirement' : 'requirements'} of tickets ${touched.length === 1 ? 'is' : 'are'} touched`}>
          <ul>{touched.slice(0, SHOWN).map((claim) => <li key={`${String(claim.ticket.id)} ${claim.id}`}>{claim.ticket.key} asks for {askWords(claim, teamName)} of {claim.element}, which is {changed.some(({ path }) => isSameElement(path, claim.element)) ? 'changed' : 'removed'}.</li>)}</ul>
        </Notice>
      )}
      <Paths locale={locale} title="Removed" paths={removed.map(({ path }) => path)} />
      <Paths locale={locale} title="Changed" paths={changed.map(({ path, changes }) => `${path} (${changes.join('; ')})`)} />
      <Paths locale={locale} title="Added" paths={added.map(({ path }) => path)} />
    </div>
  );
}

function Paths({ title, paths, locale }: { readonly title: string; readonly paths: readonly string[]; readonly locale: string }) {
  if (paths.length === 0) return null;
  return (
    <details open={paths.length <= 10}>
      <summary className="gw-focus">{title}: {formatCount(paths.length, locale)}</summary>
      <ul className="gc-plain gc-scroll-list">
        {paths.slice(0, SHOWN).map((path) => <li key={path}>{path}</li>)}
        {paths.length > SHOWN && <li>And {formatCount(paths.length - SHOWN, locale)} more.</li>}
      </ul>
    </details>
  );
}
