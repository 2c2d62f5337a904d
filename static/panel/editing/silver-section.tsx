import { lazy, Suspense, useState } from 'react';
import { CREDIBILITY_CHOICES } from '../../../src/domain/context/credibility';
import { DELAY_SHAPES } from '../../../src/domain/context/product-context';
import { PageBoundary } from '../../shared/page-boundary';
import { Loading } from '../../shared/page-states';
import { PlainButton } from '../../shared/plain-button';
import type { ClaimsSectionProps } from '../claims/claims-section';
import { SHAPE_WORDS } from '../words';
import { nextId } from './draft';
import { ChoiceQuestion, DateQuestion, NumberQuestion, RadioQuestion, TextQuestion } from './fields';
import { useForm } from './form-context';

const SHARED = [
  { value: 'none', words: 'It touches no shared data' }, { value: 'some', words: 'It touches shared data' }, { value: 'ask', words: 'Not sure, ask the architect' },
];

/** Only those who require something of shared data load this: picking, checking and pasting weigh more than the rest of the form. */
const ClaimsSection = lazy(() => import('../claims/claims-section').then((module) => ({ default: module.ClaimsSection })));

/** Evidence, shared data and what waiting costs. */
export function SilverSection(props: ClaimsSectionProps) {
  const { draft } = useForm();
  const [wasOpened, setOpened] = useState(false);
  const answer = draft.texts['shared.answer'];
  const hasClaims = answer === 'some' || answer === 'ask' || draft.claims.length > 0;
  return (
    <details className="gw-part" data-testid="panel.silver" onToggle={(event) => { if (event.currentTarget.open) setOpened(true); }}>
      <summary className="gw-focus">So that we can measure it: evidence, shared data, what waiting costs</summary>
      <Evidence />
      <section className="gw-question" aria-labelledby="gw-q-shared">
        <h3 id="gw-q-shared">Does it touch data that several teams share?</h3>
        <RadioQuestion address="shared.answer" label="Shared data" hideLabel choices={SHARED} help="Shared are, for example, buyer profiles, addresses, order history and payment methods." />
        {wasOpened && hasClaims && <PageBoundary><Suspense fallback={<Loading what="the requirements" />}><ClaimsSection {...props} /></Suspense></PageBoundary>}
      </section>
      <Delay />
      <TextQuestion address="initiative" label="Part of an initiative (key of its ticket)" example="BUYER-70" narrow />
    </details>
  );
}

function Evidence() {
  const { draft, setList } = useForm();
  const add = (): void => {
    const id = nextId('e', draft.evidence);
    setList('evidence', [...draft.evidence, id]);
    setTimeout(() => document.querySelector<HTMLElement>(`[data-address="value.evidence.${id}.url"]`)?.focus());
  };
  return (
    <section className="gw-question" aria-labelledby="gw-q-evidence">
      <h3 id="gw-q-evidence">What shows it?</h3>
      {draft.evidence.map((id, at) => (
        <div key={id} className="gw-card" role="group" aria-label={`Evidence ${at + 1}`}>
          <TextQuestion address={`value.evidence.${id}.url`} label="Link" example="https://wiki.example.com/ab-test-march" />
          <TextQuestion address={`value.evidence.${id}.note`} label="What it shows" example="A/B test of March, 240,000 sessions" />
          <div><PlainButton look="link" onClick={() => setList('evidence', draft.evidence.filter((other) => other !== id))}>Remove evidence {at + 1}</PlainButton></div>
        </div>
      ))}
      <div><PlainButton look="subtle" onClick={add} testId="panel.evidence.add" data-address="value.evidence">Add evidence</PlainButton></div>
      <ChoiceQuestion address="value.credibility" label="How good is the evidence" none="Not said" choices={CREDIBILITY_CHOICES} />
    </section>
  );
}

function Delay() {
  const { draft } = useForm();
  const shape = draft.texts['delay.shape'];
  return (
    <section className="gw-question" aria-labelledby="gw-q-delay">
      <h3 id="gw-q-delay">What if it comes later?</h3>
      <ChoiceQuestion address="delay.shape" label="What waiting costs" none="Not said" choices={DELAY_SHAPES.map((value) => ({ value, words: SHAPE_WORDS[value] }))} />
      <div className="gw-row">
        <DateQuestion address="delay.neededBy" label="Needed by" />
        {shape === 'season' && <><DateQuestion address="delay.from" label="Season from" /><DateQuestion address="delay.until" label="until" /></>}
        {shape === 'fading' && <NumberQuestion address="delay.halfLifeMonths" label="Half is gone after … months" example="6" />}
      </div>
    </section>
  );
}
