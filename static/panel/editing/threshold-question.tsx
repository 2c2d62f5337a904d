import { lazy, Suspense } from 'react';
import type { ContextContent } from '../../../src/domain/context/product-context';
import type { JiraCalls } from '../../shared/load-calls';
import { PageBoundary } from '../../shared/page-boundary';
import { PlainButton } from '../../shared/plain-button';
import type { Asked, Ticket } from '../load-panel';
import { nextId } from './draft';
import { ChoiceQuestion, DateQuestion, NumberQuestion, TextQuestion } from './fields';
import { useForm } from './form-context';

const DIRECTIONS = [{ value: 'lower', words: 'lower is better' }, { value: 'higher', words: 'higher is better' }];

/** Only for whoever has said what is measured and which way: the form is there before it. */
const OpposedThresholds = lazy(() => import('./opposed-thresholds').then((module) => ({ default: module.OpposedThresholds })));

export interface ThresholdQuestionProps {
  readonly asked: Asked;
  readonly ticket: Ticket;
  /** What stands in the form, as far as it can be read. */
  readonly content: ContextContent;
  readonly calls: JiraCalls;
}

/** How much is enough: one or several thresholds. */
export function ThresholdQuestion(props: ThresholdQuestionProps) {
  const { draft, setList } = useForm();
  const add = (): void => {
    const id = nextId('t', draft.thresholds);
    setList('thresholds', [...draft.thresholds, id]);
    setTimeout(() => document.querySelector<HTMLElement>(`[data-address="thresholds.${id}.scale"]`)?.focus());
  };
  return (
    <section className="gw-question" aria-labelledby="gw-q-threshold">
      <h3 id="gw-q-threshold">How much is enough?</h3>
      {draft.thresholds.map((id, at) => (
        <OneThreshold key={id} {...props} id={id} number={at + 1} onRemove={draft.thresholds.length > 1 || at > 0 ? () => setList('thresholds', draft.thresholds.filter((other) => other !== id)) : undefined} />
      ))}
      <div><PlainButton look="subtle" onClick={add} testId="panel.thresholds.add">{draft.thresholds.length === 0 ? 'Add what is measured' : 'Add another threshold'}</PlainButton></div>
    </section>
  );
}

interface OneThresholdProps extends ThresholdQuestionProps {
  readonly id: string;
  readonly number: number;
  readonly onRemove: (() => void) | undefined;
}

function OneThreshold({ id, number, onRemove, asked, ticket, content, calls }: OneThresholdProps) {
  const { draft } = useForm();
  const at = `thresholds.${id}`;
  const unit = draft.texts[`${at}.unit`];
  const threshold = content.thresholds?.find((one) => one.id === id);
  const name = draft.texts[`${at}.scale`] ?? `threshold ${number}`;
  return (
    <div className="gw-card" role="group" aria-label={`Threshold ${number}`} data-testid={`panel.${at}`}>
      <TextQuestion address={`${at}.scale`} label="What is measured" example="time to display shipping cost" checkWords />
      <div className="gw-row">
        <TextQuestion address={`${at}.unit`} label="Unit" example="s" narrow />
        <ChoiceQuestion address={`${at}.better`} label="Direction" choices={DIRECTIONS} />
        <NumberQuestion address={`${at}.goal`} label="Goal" unit={unit} example="3.2" />
      </div>
      {'project' in asked && threshold?.scale !== undefined && threshold.better !== undefined && (
        <PageBoundary><Suspense><OpposedThresholds calls={calls} projectId={asked.project.id} ticketId={Number(ticket.id)} threshold={threshold} notBuilt={asked.state === 'known' ? asked.settings.notBuilt : undefined} /></Suspense></PageBoundary>
      )}
      <details className="gw-more">
        <summary className="gw-focus">Measure it: today, still acceptable, how we measure</summary>
        <div className="gw-row">
          <NumberQuestion address={`${at}.past`} label="Today" unit={unit} example="3.5" />
          <NumberQuestion address={`${at}.tolerable`} label="Still acceptable" unit={unit} example="3.5" />
          <NumberQuestion address={`${at}.stretch`} label="Even better" unit={unit} example="2.8" />
        </div>
        <TextQuestion address={`${at}.meter`} label="How we measure" example="real-user monitoring, weekly" checkWords />
        <div className="gw-row">
          <TextQuestion address={`${at}.statistic`} label="Statistic" example="p95, median, average" narrow />
          <DateQuestion address={`${at}.due`} label="By when" />
        </div>
        <div className="gw-row">
          <NumberQuestion address={`${at}.limit.level`} label="Law or contract: level" unit={unit} example="10" />
          <TextQuestion address={`${at}.limit.authority`} label="Which law or contract" example="contract with the carrier, section 4" />
        </div>
      </details>
      {onRemove !== undefined && <div><PlainButton look="link" onClick={onRemove} testId={`panel.${at}.remove`}>Remove {name}</PlainButton></div>}
    </div>
  );
}
