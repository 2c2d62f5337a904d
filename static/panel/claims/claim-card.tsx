import { useMemo } from 'react';
import { LEVELS, type ClaimContent, type Level } from '../../../src/domain/context/product-context';
import { teamIdIn, teamNaming } from '../../../src/domain/context/name-teams';
import { PlainButton } from '../../shared/plain-button';
import { ChoiceQuestion, DateQuestion, LongTextQuestion, NumberQuestion, TextQuestion } from '../editing/fields';
import { useForm } from '../editing/form-context';
import { claimSentence } from '../reading/claim-sentence';
import { AS_IT_IS, fittingKinds, kindById, type ClaimField, type ClaimKind } from './claim-kinds';
import { addressesBelow, claimAt, closedTexts, openTexts } from './claim-texts';
import { ClashLines } from './clash-lines';
import { ConditionQuestion } from './condition-question';
import { ElementPicker } from './element-picker';
import { useSharedData } from './shared-data-context';

export const LEVEL_CHOICES: Readonly<Record<Level, string>> = {
  limit: 'Law or contract: not ours to change', must: 'Must: without it the need is not met', goal: 'Goal: wanted, and open to talk about', wish: 'Wish: nice to have',
};
const LEVELS_OFFERED = LEVELS.map((value) => ({ value, words: LEVEL_CHOICES[value] }));

/** One requirement: a sentence, or its questions while it is being changed; beside it what it would clash with. */
export function ClaimCard({ id, number }: { readonly id: string; readonly number: number }) {
  const { draft, set, setList, locale, teams, errors, touch } = useForm();
  const { claims } = useSharedData();
  const address = `claims.${id}`;
  const isOpen = draft.texts[`${address}.open`] === 'yes';
  const claim = claims.get(address);
  const own = errors.filter((error) => error.address.startsWith(`${address}.`));
  const clear = (): void => { for (const key of addressesBelow(draft.texts, address)) set(key, ''); };
  const open = (): void => {
    const source = claimAt(draft.texts, address);
    for (const [key, text] of Object.entries(source === undefined ? { [`${address}.open`]: 'yes' } : openTexts(address, source, locale, teams))) set(key, text);
  };
  const close = (): void => {
    for (const error of own) touch(error.address);
    if (claim === undefined || own.length > 0) return;
    clear();
    for (const [key, text] of Object.entries(closedTexts(address, claim))) set(key, text);
  };
  const remove = (): void => {
    clear();
    set(address, '');
    setList('claims', draft.claims.filter((other) => other !== id));
  };
  return (
    <div className="gw-card" role="group" aria-label={`Requirement ${String(number)}`} data-testid={`panel.${address}`}>
      {isOpen ? <Questions address={address} claim={claim} /> : <p>{claim === undefined ? 'This requirement cannot be read.' : claimSentence(claim, locale, teamNaming(teams))}</p>}
      <ClashLines address={address} />
      <div className="gw-actions">
        {isOpen
          ? <PlainButton onClick={close} testId={`panel.${address}.done`}>Done with requirement {number}</PlainButton>
          : <PlainButton onClick={open} testId={`panel.${address}.change`}>Change requirement {number}</PlainButton>}
        <PlainButton look="link" onClick={remove} testId={`panel.${address}.remove`}>Remove requirement {number}</PlainButton>
      </div>
    </div>
  );
}

function Questions({ address, claim }: { readonly address: string; readonly claim: ClaimContent | undefined }) {
  const { draft } = useForm();
  const { elements, ticketKey } = useSharedData();
  const { texts } = draft;
  const path = (texts[`${address}.element`] ?? '').trim();
  const known = useMemo(() => elements.find((one) => one.path === path && (texts[`${address}.model`] ?? one.model) === one.model)?.element, [elements, path, texts, address]);
  const chosen = kindById(texts[`${address}.kind`] ?? '');
  const kinds = useMemo(() => withChosen(fittingKinds(path, known), chosen), [path, known, chosen]);
  const level = texts[`${address}.level`];
  return (
    <>
      <ElementPicker address={address} label="Which shared data" />
      <ChoiceQuestion address={`${address}.kind`} label="What is required of it" choices={kinds.map(({ id, sentence }) => ({ value: id, words: `it ${sentence}` }))} help={claim?.facet === 'shape' ? 'This came with a pasted schema; its description is kept as it is.' : undefined} />
      {chosen !== undefined && chosen.fields.length > 0 && <div className="gw-row">{chosen.fields.map((field) => <Field key={field.name} address={`${address}.${field.name}`} field={field} unit={texts[`${address}.unit`]} />)}</div>}
      <ChoiceQuestion address={`${address}.level`} label="How strong is it" choices={LEVELS_OFFERED} />
      {level === 'limit' && <TextQuestion address={`${address}.authority`} label="Which law or contract" example="GDPR, article 17" help="Without its name it counts as a must." />}
      <ConditionQuestion address={address} />
      <TextQuestion address={`${address}.why`} label="Why" example={`what the users of ${ticketKey} could not do without it`} />
    </>
  );
}

/** Teams of the settings, each by a button; anything else may be typed. A team's name is kept as its id, so that two tickets mean the same one. */
function TeamsQuestion({ isList, ...field }: { readonly address: string; readonly label: string; readonly example?: string; readonly isList: boolean }) {
  const { draft, set, teams } = useForm();
  const typed = draft.texts[field.address] ?? '';
  const listed = typed.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const named = (isList ? listed : [typed]).map((name) => teamIdIn(name, teams));
  // Commas separate a list: a team with one in its name goes by its id.
  const teamName = teamNaming(isList ? teams.filter(({ name }) => !name.includes(',')) : teams);
  const offered = teams.filter(({ id }) => !named.includes(id));
  return (
    <div className="gw-field">
      <TextQuestion {...field} help={isList ? 'Teams or roles, separated by commas.' : 'A team, or a system.'} />
      <div className="gw-actions" role="group" aria-label={`Teams for ${field.label}`}>
        {offered.map(({ id, name }) => <PlainButton key={id} look="link" onClick={() => set(field.address, isList ? [...listed, teamName(id)].join(', ') : teamName(id))}>{isList ? `Add ${name}` : name}</PlainButton>)}
      </div>
    </div>
  );
}

/** What was chosen before stays in the list, even where it no longer fits the element. */
function withChosen(fitting: readonly ClaimKind[], chosen: ClaimKind | undefined): readonly ClaimKind[] {
  if (chosen === undefined || fitting.includes(chosen)) return fitting;
  return chosen === AS_IT_IS ? [AS_IT_IS, ...fitting] : [chosen, ...fitting];
}

const UNITS = 'ms, s, min, hours, days, weeks, months, years, bytes, kB, MB, %';

function Field({ address, field: { label, type, example, choices }, unit }: { readonly address: string; readonly field: ClaimField; readonly unit: string | undefined }) {
  const shown = { address, label, ...(example === undefined ? {} : { example }) };
  switch (type) {
    case 'number': return <NumberQuestion {...shown} unit={unit} />;
    case 'unit': return <TextQuestion {...shown} narrow help={`Such as ${UNITS}.`} />;
    case 'text': return <TextQuestion {...shown} />;
    case 'lines': return <LongTextQuestion {...shown} />;
    case 'audiences': return <TeamsQuestion {...shown} isList />;
    case 'team': return <TeamsQuestion {...shown} isList={false} />;
    case 'date': return <DateQuestion {...shown} />;
    case 'choice': return <ChoiceQuestion {...shown} choices={choices ?? []} />;
    default: return type satisfies never;
  }
}
