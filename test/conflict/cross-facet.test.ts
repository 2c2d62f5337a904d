import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { aClaim, conflictsOf } from './a-claim';
import type { Claim } from '../../src/domain/conflict/claim';
import { detectConflicts } from '../../src/domain/conflict/detect-conflicts';
import { modelClaims } from '../../src/domain/model/model-claims';
import { importModel } from '../../static/shared/importers/import-model';
import { ImportRefused } from '../../static/shared/importers/refusal';

const together = (a: Partial<Claim>, b: Partial<Claim>) => conflictsOf([aClaim('CART-1', a), aClaim('RECS-1', b)]).map((conflict) => conflict.code);

test('[CF100] how many there are of a field, and whether one occurs twice, says nothing about the type of each', () => {
  const pairs: readonly (readonly [Partial<Claim>, Partial<Claim>])[] = [
    [{ facet: 'count', max: 1 }, { facet: 'values', oneOf: ['card', 'invoice'] }],
    [{ facet: 'count', min: 2 }, { facet: 'type', is: 'string' }],
    [{ facet: 'count', max: 5 }, { facet: 'length', min: 6 }],
    [{ facet: 'count', max: 1 }, { facet: 'range', min: 6 }],
    [{ facet: 'unique', unique: true }, { facet: 'length', max: 60 }],
    [{ facet: 'unique', unique: true }, { facet: 'format', is: 'uuid' }],
    [{ facet: 'unique', unique: true }, { facet: 'pattern', pattern: '^[a-z]+$' }],
    [{ facet: 'unique', unique: false }, { facet: 'type', is: 'integer' }],
  ];
  for (const [a, b] of pairs) expect([a.facet, b.facet, together(a, b)]).toEqual([a.facet, b.facet, []]);
});

test('[CF100] a listed value that is a list itself has to keep the count', () => {
  const lists = { facet: 'values' as const, json: true, oneOf: ['[]', '["card"]'] };
  expect(together({ facet: 'count', min: 2 }, lists)).toEqual(['CROSS_FACET_CLASH']);
  expect(together({ facet: 'count', min: 1 }, lists)).toEqual([]);
});

const FOLDER = '../shared/data/models';
const present = existsSync(FOLDER);
if (!present) console.log(`Skipped: ${FOLDER} is not there, so no imported model is checked against itself.`);

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

(present ? test : test.skip)('[CF101] a model that is imported does not clash with itself', async () => {
  let models = 0;
  for (const file of filesIn(FOLDER)) {
    const elements = await elementsOf(file);
    if (elements === undefined) continue;
    models++;
    const { conflicts } = detectConflicts(modelClaims({ id: 'm', name: file, elements }));
    expect([file, conflicts.map((conflict) => `${conflict.code} ${conflict.at.element}`).slice(0, 3)]).toEqual([file, []]);
  }
  expect(models).toBeGreaterThan(10);
});

async function elementsOf(file: string) {
  try {
    return (await importModel(file, readFileSync(file, 'utf8'))).elements;
  } catch (error) {
    if (error instanceof ImportRefused) return undefined;
    throw error;
  }
}
