import { describeExcess, measureExpression } from '../../local/expressions/measure-expression';

function excessOf(source: string): string[] {
  const found = measureExpression(source);
  return found.ok ? describeExcess(found.measure) : [found.error.message];
}

test('leaves are names, literals, texts of templates and empty lists', () => {
  expect(measureExpression("issue.labels.includes('a') || [].length == 0")).toEqual({ ok: true, measure: { characters: 44, leaves: 7, propertyReads: 0 } });
  expect(measureExpression('`${a} and ${b}`')).toMatchObject({ measure: { leaves: 3 } });
  expect(measureExpression('let f = x => { v: x }; f')).toMatchObject({ measure: { leaves: 5 } });
});

test('property reads are counted as written', () => {
  expect(measureExpression("issue.properties['a'] != null && project.properties.get('b') != issue.properties?.c")).toMatchObject({ measure: { propertyReads: 3 } });
});

test('an expression over the limits is refused in Jira\'s words', () => {
  expect(excessOf(`'${'x'.repeat(1_038)}'`)).toEqual(['Jira expression is too long (1040), limit: 1000 characters']);
  expect(excessOf(`[${Array.from({ length: 150 }, () => '1').join(',')}]`)).toEqual(['Jira expression has too many nodes (150), limit: 100 leaves']);
  expect(excessOf('[1')).toEqual(['Unexpected token.']);
  expect(excessOf('true')).toEqual([]);
});
