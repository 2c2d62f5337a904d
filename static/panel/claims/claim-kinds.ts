/** What a requirement on shared data can say, as sentences: which facet each one is, and what has to be filled in for it. */

import type { ClaimContent, Facet } from '../../../src/domain/context/product-context';
import type { ModelElement } from '../../../src/domain/model/shared-model';

/** A field of the claim that the form asks for. */
export type ClaimFieldName =
  | 'min' | 'max' | 'unit' | 'is' | 'oneOf' | 'noneOf' | 'pattern' | 'step' | 'mustRead' | 'mustNotRead' | 'from' | 'until' | 'along';

export interface ClaimField {
  readonly name: ClaimFieldName;
  readonly label: string;
  /** `lines`: one entry a line; `audiences`: teams or roles, separated by commas. */
  readonly type: 'number' | 'text' | 'lines' | 'audiences' | 'team' | 'date' | 'unit' | 'choice';
  readonly example?: string;
  readonly choices?: readonly { readonly value: string; readonly words: string }[];
}

export interface ClaimKind {
  readonly id: string;
  /** Completes "The element …". */
  readonly sentence: string;
  readonly facet: Facet;
  /** What the sentence itself says. */
  readonly fixed?: Partial<ClaimContent>;
  readonly fields: readonly ClaimField[];
  /** At least one of these must be filled in. */
  readonly needs: readonly ClaimFieldName[];
  /** Makes sense for a whole entity only, or for fields that are numbers or texts; absent: for everything. */
  readonly of?: 'entity' | 'field' | 'number' | 'text';
}

const least = (label: string, example: string): ClaimField => ({ name: 'min', label, type: 'number', example });
const most = (label: string, example: string): ClaimField => ({ name: 'max', label, type: 'number', example });
const unit = (example: string): ClaimField => ({ name: 'unit', label: 'Unit', type: 'unit', example });

const TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array'].map((value) => ({ value, words: value }));
const FORMATS = ['date', 'date-time', 'time', 'duration', 'email', 'uuid', 'uri', 'ipv4', 'ipv6', 'hostname'].map((value) => ({ value, words: value }));
const CHANGES = [
  { value: 'unchanged', words: 'never changes once written' }, { value: 'append-only', words: 'only grows, nothing is overwritten' },
  { value: 'changeable', words: 'can be changed' }, { value: 'erasable', words: 'can be changed and erased' },
];

export const CLAIM_KINDS: readonly ClaimKind[] = [
  { id: 'required', sentence: 'must be filled in', facet: 'presence', fixed: { is: 'required' }, fields: [], needs: [], of: 'field' },
  { id: 'optional', sentence: 'may be left empty', facet: 'presence', fixed: { is: 'optional' }, fields: [], needs: [], of: 'field' },
  { id: 'forbidden', sentence: 'must not be stored', facet: 'presence', fixed: { is: 'forbidden' }, fields: [], needs: [] },
  { id: 'count', sentence: 'has at least or at most … of them', facet: 'count', fields: [least('At least', '2'), most('At most', '5')], needs: ['min', 'max'], of: 'field' },
  { id: 'budget', sentence: 'asks for at most … fields that must be filled in', facet: 'budget', fields: [most('At most', '3')], needs: ['max'], of: 'entity' },
  { id: 'retention', sentence: 'is kept for at least …, or deleted within …', facet: 'retention', fields: [least('Keep for at least', '3650'), most('Delete within', '1095'), unit('days')], needs: ['min', 'max'] },
  { id: 'freshness', sentence: 'is at most … old', facet: 'freshness', fields: [most('At most', '60'), least('At least (where a delay is wanted)', '3600'), unit('s')], needs: ['min', 'max'] },
  { id: 'latency', sentence: 'answers within …, or takes at least …', facet: 'latency', fields: [most('Within', '200'), least('Takes at least (what its work needs)', '50'), unit('ms')], needs: ['min', 'max'] },
  {
    id: 'latency-sum', sentence: 'answers within … in all, its parts together', facet: 'budget', fixed: { is: 'latency' },
    fields: [most('Within', '500'), unit('ms'), { name: 'along', label: 'Parts that add up, one a line (empty: all)', type: 'lines', example: 'BuyerProfile.paymentMethods' }], needs: ['max'], of: 'entity',
  },
  {
    id: 'access', sentence: 'must be readable by …, or must not be', facet: 'access',
    fields: [{ name: 'mustRead', label: 'Must read', type: 'audiences', example: 'Shopping Cart, fraud analysts' }, { name: 'mustNotRead', label: 'Must not read', type: 'audiences', example: 'Marketing Campaigns' }],
    needs: ['mustRead', 'mustNotRead'],
  },
  { id: 'owner', sentence: 'is owned by …, whose word counts', facet: 'owner', fields: [{ name: 'is', label: 'Team or system that owns it', type: 'team', example: 'Order Status' }], needs: ['is'] },
  { id: 'mutability', sentence: 'may, or may not, change after it was written', facet: 'mutability', fields: [{ name: 'is', label: 'It', type: 'choice', choices: CHANGES }], needs: ['is'] },
  { id: 'used', sentence: 'is needed from … until …', facet: 'lifecycle', fixed: { is: 'used' }, fields: [{ name: 'from', label: 'From', type: 'date' }, { name: 'until', label: 'Until (empty: no end)', type: 'date' }], needs: [] },
  { id: 'retired', sentence: 'is retired by …', facet: 'lifecycle', fixed: { is: 'retired' }, fields: [{ name: 'until', label: 'By', type: 'date' }], needs: ['until'] },
  {
    id: 'values', sentence: 'is one of …, or none of …', facet: 'values',
    fields: [{ name: 'oneOf', label: 'One of, one a line', type: 'lines', example: 'card' }, { name: 'noneOf', label: 'None of, one a line', type: 'lines', example: 'cash' }], needs: ['oneOf', 'noneOf'], of: 'field',
  },
  { id: 'range', sentence: 'lies between … and …', facet: 'range', fields: [least('At least', '0'), most('At most', '100'), unit('%')], needs: ['min', 'max'], of: 'number' },
  { id: 'step', sentence: 'comes in steps of …', facet: 'step', fields: [{ name: 'step', label: 'Multiple of', type: 'number', example: '0.01' }, unit('EUR')], needs: ['step'], of: 'number' },
  { id: 'length', sentence: 'is at least or at most … characters long', facet: 'length', fields: [least('At least', '2'), most('At most', '60')], needs: ['min', 'max'], of: 'text' },
  { id: 'format', sentence: 'is written in the format …', facet: 'format', fields: [{ name: 'is', label: 'Format', type: 'choice', choices: FORMATS }], needs: ['is'], of: 'text' },
  { id: 'pattern', sentence: 'matches the pattern …', facet: 'pattern', fields: [{ name: 'pattern', label: 'Regular expression', type: 'text', example: '^[A-Z]{2}$' }], needs: ['pattern'], of: 'text' },
  { id: 'type', sentence: 'is of the type …', facet: 'type', fields: [{ name: 'is', label: 'Type', type: 'choice', choices: TYPES }], needs: ['is'] },
  { id: 'unique', sentence: 'occurs only once', facet: 'unique', fixed: { unique: true }, fields: [], needs: [], of: 'field' },
  { id: 'repeated', sentence: 'may occur twice', facet: 'unique', fixed: { unique: false }, fields: [], needs: [], of: 'field' },
];

/** A requirement that the form cannot say, such as alternatives of a pasted schema: level, condition and reason can be changed. */
export const AS_IT_IS: ClaimKind = { id: 'as-it-is', sentence: 'stays as it was described', facet: 'shape', fields: [], needs: [] };

/** The sentence that says what this claim says; `AS_IT_IS` where none does. */
export function kindOfClaim(claim: Partial<ClaimContent>): ClaimKind {
  return CLAIM_KINDS.find(({ facet, fixed, fields }) => facet === claim.facet
    && Object.entries(fixed ?? {}).every(([name, value]) => claim[name as keyof ClaimContent] === value || (name === 'is' && facet === 'lifecycle' && claim.is === undefined))
    && !(facet === 'budget' && fixed === undefined && (claim.is ?? 'required') !== 'required')
    && ASKED.every((name) => claim[name] === undefined || fields.some((field) => field.name === name) || (fixed !== undefined && name in fixed) || (name === 'is' && facet === 'budget')))
    ?? AS_IT_IS;
}

const ASKED: readonly ClaimFieldName[] = ['min', 'max', 'unit', 'is', 'oneOf', 'noneOf', 'pattern', 'step', 'mustRead', 'mustNotRead', 'from', 'until', 'along'];

export function kindById(id: string): ClaimKind | undefined {
  return id === AS_IT_IS.id ? AS_IT_IS : CLAIM_KINDS.find((kind) => kind.id === id);
}

const NUMBERS = /^(?:u?int|integer|number|decimal|numeric|float|double|real|long|short|bigint|smallint|money|bigdecimal)/i;
const TEXTS = /^(?:string|text|varchar|char|uuid|date|time|email|uri|url|id\b)/i;

/** The sentences that make sense for this element; of an element nobody described, all that its path allows. */
export function fittingKinds(path: string, known: Pick<ModelElement, 'kind' | 'type' | 'many'> | undefined): readonly ClaimKind[] {
  const isEntity = known === undefined ? !/[.[]/.test(path) : known.kind === 'entity';
  const type = known?.many === true ? '' : (known?.type ?? '');
  return CLAIM_KINDS.filter(({ of }) => {
    if (of === undefined) return true;
    if (of === 'entity') return isEntity;
    if (isEntity) return false;
    return of === 'field' || (of === 'number' ? !TEXTS.test(type) : !NUMBERS.test(type));
  });
}
