import TextArea from '@atlaskit/textarea';
import { useId, useState } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import { claimSchema } from '../../../src/contract/record';
import { LEVELS, type ClaimContent, type Level } from '../../../src/domain/context/product-context';
import { teamNaming } from '../../../src/domain/context/name-teams';
import { claimsFromJsonSchema, type SchemaClaims } from '../../../src/domain/model/claims-from-json-schema';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { TextQuestion } from '../editing/fields';
import { useForm } from '../editing/form-context';
import type { Ticket } from '../load-panel';
import { claimSentence } from '../reading/claim-sentence';
import { LEVEL_CHOICES } from './claim-card';
import { addressesBelow, modelName, whereAt } from './claim-texts';
import { ConditionQuestion } from './condition-question';
import { useSharedData } from './shared-data-context';

export interface PasteSchemaProps {
  readonly ticket: Ticket;
  /** How many more requirements the record holds. */
  readonly room: number;
  readonly onAdd: (claims: readonly ClaimContent[]) => void;
}

/** Longer texts are a model to import, not a requirement to paste; in characters. */
const LONGEST = 200_000;

/** Addresses in the form of what is answered once for all that are added. */
const ALL = 'paste.all';
const AUTHORITY = `${ALL}.authority`;

interface Preview {
  readonly claims: readonly ClaimContent[];
  readonly notUnderstood: SchemaClaims['notUnderstood'];
}

/** Reads a JSON Schema that a team sent into requirements: shown first, taken by choice; what it cannot say is listed. */
export function PasteSchema({ ticket, room, onAdd }: PasteSchemaProps) {
  const id = useId();
  const { draft, set, locale } = useForm();
  const { elements } = useSharedData();
  const [text, setText] = useState('');
  const [level, setLevel] = useState<Level>('must');
  const [result, setResult] = useState<Preview | string>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState(0);
  const element = (draft.texts['paste.element'] ?? '').trim();
  const read = (): void => {
    setAdded(0);
    const next = readPasted(text, element, elements.find(({ path }) => path === element)?.model ?? modelName(element), level, ticket, draft.texts['team'] ?? '', locale);
    setResult(next);
    if (typeof next !== 'string') setChosen(new Set(next.claims.slice(0, room).map((claim) => claim.id)));
  };
  const add = (): void => {
    if (result === undefined || typeof result === 'string') return;
    const taken = result.claims.filter((claim) => chosen.has(claim.id)).slice(0, room);
    const authority = (draft.texts[AUTHORITY] ?? '').trim();
    const { where } = whereAt(draft.texts, ALL);
    onAdd(taken.map((claim) => ({ ...claim, ...(claim.level === 'limit' && authority !== '' ? { authority } : {}), ...where })));
    for (const key of [AUTHORITY, ...addressesBelow(draft.texts, ALL)]) set(key, '');
    setAdded(taken.length);
    setResult(undefined);
    setText('');
  };
  return (
    <details className="gw-more" data-testid="panel.paste">
      <summary className="gw-focus">Paste a JSON Schema</summary>
      <TextQuestion address="paste.element" label="What the schema describes" example="BuyerProfile" />
      <div className="gw-field">
        <label htmlFor={`${id}-level`}>How strong are its requirements</label>
        <select id={`${id}-level`} className="gw-select gw-focus" value={level} onChange={(event) => setLevel(event.target.value as Level)}>
          {LEVELS.map((value) => <option key={value} value={value}>{LEVEL_CHOICES[value]}</option>)}
        </select>
      </div>
      <div className="gw-field">
        <label htmlFor={`${id}-text`}>JSON Schema</label>
        <TextArea id={`${id}-text`} testId="panel.paste.text" minimumRows={4} isMonospaced value={text} isInvalid={typeof result === 'string'} aria-describedby={`${id}-words`} onChange={(event) => setText(event.currentTarget.value)} />
        <p id={`${id}-words`} role="status" className={typeof result === 'string' ? 'gw-error' : 'gw-help'}>{typeof result === 'string' ? result : added > 0 ? `${added === 1 ? '1 requirement was' : `${formatCount(added, locale)} requirements were`} added above. Save to keep them.` : 'It is read here in your browser and sent nowhere.'}</p>
      </div>
      <div><PlainButton onClick={read} testId="panel.paste.read">Read the schema</PlainButton></div>
      {result !== undefined && typeof result !== 'string' && (
        <PreviewList preview={result} chosen={chosen} room={room} onAdd={add}
          onChoose={(claim, isChosen) => setChosen((before) => { const next = new Set(before); if (isChosen) next.add(claim); else next.delete(claim); return next; })} />
      )}
    </details>
  );
}

interface PreviewListProps {
  readonly preview: Preview;
  readonly chosen: ReadonlySet<string>;
  readonly room: number;
  readonly onChoose: (id: string, isChosen: boolean) => void;
  readonly onAdd: () => void;
}

function PreviewList({ preview: { claims, notUnderstood }, chosen, room, onChoose, onAdd }: PreviewListProps) {
  const { draft, locale, teams } = useForm();
  const { unfinished } = whereAt(draft.texts, ALL);
  const unavailable = chosen.size === 0 ? 'Tick at least one.' : chosen.size > room ? `Tick at most ${formatCount(room, locale)}.` : unfinished.length > 0 ? `Say for which ${unfinished.join(' and ')} they apply, or choose “everywhere”.` : undefined;
  return (
    <div className="gc-preview" data-testid="panel.paste.preview">
      <h4>{claims.length === 0 ? 'It requires nothing that could be taken' : claims.length === 1 ? 'It requires one thing' : `It requires ${formatCount(claims.length, locale)} things`}</h4>
      {claims.length > room && <p className="gw-help">This ticket holds {room} more. Choose which.</p>}
      {claims.map((claim) => (
        <label key={claim.id} className="gw-radio">
          <input type="checkbox" checked={chosen.has(claim.id)} onChange={(event) => onChoose(claim.id, event.target.checked)} />
          <span>{claimSentence(claim, locale, teamNaming(teams))}</span>
        </label>
      ))}
      {notUnderstood.length > 0 && (
        <Notice kind="warning" title="Not taken" testId="panel.paste.not-understood">
          <ul>{notUnderstood.map(({ pointer, why }, at) => <li key={`${pointer}-${String(at)}`}><code>{pointer === '' ? '#' : `#${pointer}`}</code> {why}</li>)}</ul>
        </Notice>
      )}
      {claims.some(({ level }) => level === 'limit') && <TextQuestion address={AUTHORITY} label="Which law or contract demands them" example="GDPR, article 17" help="Without its name they count as a must." />}
      {claims.length > 0 && <ConditionQuestion address={ALL} />}
      {claims.length > 0 && unavailable !== undefined && <p className="gw-help">{unavailable}</p>}
      {claims.length > 0 && <div><PlainButton look="primary" onClick={onAdd} unavailable={unavailable} testId="panel.paste.add">Add the ticked ones</PlainButton></div>}
    </div>
  );
}

/** The requirements, or words about why it cannot be read. */
function readPasted(text: string, element: string, model: string, level: Level, { id, key }: Ticket, team: string, locale: string): Preview | string {
  if (element === '') return 'Say first what the schema describes, such as BuyerProfile.';
  if (text.trim() === '') return 'Paste the schema here first.';
  if (text.length > LONGEST) return `This is longer than ${formatCount(LONGEST, locale)} characters. Ask an administrator of the infrastructure project to import it as a shared data model.`;
  const json = readJson(text);
  if (!json.ok) return json.words;
  if (typeof json.value !== 'boolean' && (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value))) return 'A JSON Schema is an object such as {"type": "string"}. This is something else.';
  const { claims, notUnderstood } = claimsFromJsonSchema(json.value, { ticket: { id: Number(id), key }, team, model, level, element });
  const kept: ClaimContent[] = [];
  const tooLong: { pointer: string; why: string }[] = [];
  for (const claim of claims) {
    const parsed = claimSchema.safeParse(claim);
    if (parsed.success) kept.push(parsed.data);
    else tooLong.push({ pointer: claim.element, why: 'it is longer than a ticket can hold' });
  }
  return { claims: kept, notUnderstood: [...notUnderstood, ...tooLong] };
}

function readJson(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly words: string } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, words: `This is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}. Paste the schema as JSON, with names in double quotes.` };
  }
}
