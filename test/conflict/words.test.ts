import { aClaim, conflictsOf, names, noteSentences, sentences } from './a-claim';
import type { Claim } from '../../src/domain/conflict/claim';
import { describeConflict } from '../../src/domain/conflict/describe-conflict';
import { describeNote } from '../../src/domain/conflict/describe-note';
import { detectConflicts } from '../../src/domain/conflict/detect-conflicts';
import { modelClaims } from '../../src/domain/model/model-claims';
import type { ModelElement } from '../../src/domain/model/shared-model';

const field = (path: string, facts: Partial<ModelElement> = {}): ModelElement => ({ path, kind: 'field', type: 'string', many: false, required: false, ...facts });
const model = (...elements: ModelElement[]) => modelClaims({ id: 'buyer-profile', name: 'Buyer profile', elements });
const required = (who: string, name: string) => aClaim(who, { element: `BuyerProfile.${name}`, facet: 'presence', is: 'required' });

test('[CF110] hidden tickets and a hidden budget are not given away by a number', () => {
  const claims = [aClaim('CART-2', { element: 'BuyerProfile', facet: 'budget', max: 1 }), required('RECS-1', 'a'), ...['b', 'c', 'd', 'e'].map((name, at) => required(`LEGAL-${String(at)}`, name))];
  const [conflict] = conflictsOf(claims);
  if (conflict === undefined) throw new Error('expected a conflict');
  expect(describeConflict(conflict, names)).toContain('asks for at most 1 required field (must, CART-2)');
  expect(describeConflict(conflict, names)).toContain('4 of the required fields must yield.');
  expect(describeConflict(conflict, { ...names, sees: (id) => id < 5000 })).not.toMatch(/\d+ of the required/);
  expect(describeConflict(conflict, { ...names, sees: (id) => id !== 1002 })).not.toMatch(/\d+ of the required/);
});

test('[CF111] the model is named in a note, and seen by everybody', () => {
  const claims = [...model(field('BuyerProfile.name', { min: 0, max: 9 })), aClaim('CART-1', { element: 'BuyerProfile.name', facet: 'range', max: 5 })];
  const [note] = detectConflicts(claims).notes.filter(({ code }) => code === 'DIFFERENT_BUT_COMPATIBLE');
  if (note === undefined) throw new Error('expected a note');
  expect(describeNote(note, { ...names, sees: (id) => id > 0 })).toBe('DIFFERENT_BUT_COMPATIBLE BuyerProfile.name: Shopping Cart and the shared model ask for different things; 0 to 5 satisfies all.');
});

test('[CF111] one team, amounts that were not compared, and bounds that are left out', () => {
  const range = (who: string, content: Partial<Claim>) => aClaim(who, { facet: 'range', ...content });
  const notes = (...claims: Claim[]) => noteSentences(claims, 'DIFFERENT_BUT_COMPATIBLE').map((words) => words.slice(words.indexOf(':') + 2));
  expect(notes(range('CART-1', { max: 5 }), range('CART-2', { max: 6 }))).toEqual(['several requirements of Shopping Cart differ; 5 or less satisfies all.']);
  expect(notes(range('CART-1', { max: 300 }), range('RECS-1', { min: 1, unit: 's' }))).toEqual([]);
  expect(notes(range('CART-1', { max: 3, exclusiveMax: true }), range('RECS-1', { min: 2, exclusiveMin: true }))).toEqual(['Recommendations and Shopping Cart ask for different things; more than 2 and less than 3 satisfies all.']);
});

test('[CF1] several sides are not "both", and amounts say of what they are', () => {
  expect(sentences([aClaim('CART-1', { facet: 'owner', is: 'A' }), aClaim('MKT-1', { facet: 'owner', is: 'B' }), aClaim('RECS-1', { facet: 'owner', is: 'C' })])[0]).toContain('No system of record satisfies all.');
  expect(sentences([aClaim('CART-1', { facet: 'length', min: 5 }), aClaim('RECS-1', { facet: 'type', is: 'integer' })])[0])
    .toContain('Shopping Cart asks for a length of at least 5 (must, CART-1), but Recommendations asks for the type integer (must, RECS-1)');
  expect(sentences([aClaim('CART-1', { facet: 'step', step: 6 }), aClaim('RECS-1', { facet: 'range', min: 7, max: 11 })])[0])
    .toContain('Shopping Cart asks for multiples of 6 (must, CART-1), but Recommendations asks for 7 to 11 (must, RECS-1)');
});

test('[CF112] names that only the model has are not likened to each other', () => {
  const own = model(field('Patient.birthDate', { required: true }), field('Patient._birthDate', { required: true }));
  expect(noteSentences(own, 'LIKELY_SAME_ELEMENT')).toEqual([]);
  expect(noteSentences([...own, aClaim('CART-1', { model: 'buyer-profile', element: 'Patient.birth-date', facet: 'presence', is: 'required' })], 'LIKELY_SAME_ELEMENT')).toHaveLength(1);
});
