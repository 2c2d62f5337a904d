import { NOT_MONEY_REASONS, PERIODS, VALUE_KINDS } from '../../../src/domain/context/product-context';
import { KIND_WORDS, PERIOD_CHOICES, REASON_WORDS } from '../words';
import { ChoiceQuestion, DateQuestion, LongTextQuestion, NumberQuestion, RadioQuestion, TextQuestion } from './fields';
import { useForm } from './form-context';

const ANSWERS = [
  { value: 'money', words: 'It changes something for the business' }, { value: 'not-money', words: 'It is not about money, because …' }, { value: 'unknown', words: 'I do not know yet' },
];
const CURRENCIES = ['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CAD', 'AUD', 'INR'];

/** What it is worth: money in two steps, a reason that is not money, or an honest "I do not know yet". */
export function ValueQuestion({ currency }: { readonly currency: string }) {
  const { draft } = useForm();
  const answer = draft.texts['value.answer'] ?? '';
  const isCompliance = draft.texts['origin'] === 'compliance';
  return (
    <section className="gw-question" aria-labelledby="gw-q-value">
      <h3 id="gw-q-value">What is it worth?</h3>
      {isCompliance ? <NotMoney /> : <RadioQuestion address="value.answer" label="What kind of worth" hideLabel choices={ANSWERS} />}
      {!isCompliance && answer === 'not-money' && <NotMoney />}
      {!isCompliance && answer === 'unknown' && <p className="gw-help">An honest answer. It becomes a question to ask, and the ticket is not compared with others until somebody knows.</p>}
      {(isCompliance || answer === 'money' || answer === '') && <Money currency={currency} isOptional={isCompliance} />}
      {answer !== 'unknown' && <LongTextQuestion address="value.because" label="Why do you believe that?" example="an A/B test in March: 0.3 s less raised conversion by 3 to 5 %" />}
    </section>
  );
}

function Money({ currency, isOptional }: { readonly currency: string; readonly isOptional: boolean }) {
  const { draft } = useForm();
  const chosen = draft.texts['value.worth.currency'] ?? currency;
  const currencies = [...new Set([currency, chosen, ...CURRENCIES])].filter((code) => code !== '').map((code) => ({ value: code, words: code }));
  return (
    <>
      <TextQuestion address="value.metric" label={isOptional ? 'What else changes for the business?' : 'What changes for the business?'} example="checkout conversion" checkWords />
      <p className="gw-label" id="gw-surprised">You would be surprised by …</p>
      <div className="gw-row" role="group" aria-labelledby="gw-surprised">
        <NumberQuestion address="value.worth.low" label="less than" unit={chosen} example="$6M" />
        <NumberQuestion address="value.worth.high" label="or more than" unit={chosen} example="$10M" />
        <ChoiceQuestion address="value.worth.currency" label="Currency" choices={currencies} />
        <ChoiceQuestion address="value.worth.per" label="Period" choices={PERIODS.map((value) => ({ value, words: PERIOD_CHOICES[value] }))} />
      </div>
      <details className="gw-more">
        <summary className="gw-focus">By how much does it change? What kind of value?</summary>
        <div className="gw-row">
          <NumberQuestion address="value.change.low" label="Changes by at least" example="3" />
          <NumberQuestion address="value.change.high" label="at most" example="5" />
          <TextQuestion address="value.change.unit" label="Unit" example="%" narrow />
        </div>
        <ChoiceQuestion address="value.kind" label="Kind of value" none="Not said" choices={VALUE_KINDS.map((value) => ({ value, words: KIND_WORDS[value] }))} />
      </details>
    </>
  );
}

function NotMoney() {
  return (
    <>
      <ChoiceQuestion address="value.notMoney.reason" label="Not money, because" choices={NOT_MONEY_REASONS.map((value) => ({ value, words: REASON_WORDS[value] }))} />
      <div className="gw-row">
        <TextQuestion address="value.notMoney.authority" label="Which law, contract or promise" example="GDPR, article 17" />
        <DateQuestion address="value.notMoney.date" label="By when" />
      </div>
      <div className="gw-row">
        <NumberQuestion address="value.notMoney.count" label="or a number that can be checked" example="120" />
        <TextQuestion address="value.notMoney.countOf" label="of what" example="complaints a month" />
      </div>
      <TextQuestion address="value.notMoney.note" label="Note" />
    </>
  );
}
