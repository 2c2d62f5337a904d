import { compareRules, filesBelow, readMentions, rulesIn, rulesTested } from './house/read-rules';

test('every rule has a test, and every numbered test a rule', () => {
  const rules = readMentions(filesBelow('src/domain', /^RULES\.md$/), rulesIn);
  const tested = readMentions(filesBelow('test', /\.test\.tsx?$/).filter((file) => !file.endsWith('rules.test.ts')), rulesTested);
  expect(rules.length).toBeGreaterThan(0);
  expect(compareRules(rules, tested)).toEqual([]);
});

const RULES = '# Rules\n- [ZZ1] Water is wet.\n- [ZZ2] Fire is hot.\n';
const planted = (rules: string, tests: string) => compareRules(rulesIn(rules, 'RULES.md'), rulesTested(tests, 'a.test.ts'));

test('a planted fault is found: a rule without a test, a test without a rule, a number given twice', () => {
  expect(planted(RULES, 'test(\'[ZZ1] wet\', () => {});\nit.each([1, 2])(\'[ZZ2] hot %s\', () => {});')).toEqual([]);
  expect(planted(RULES, 'test(\'[ZZ1] [ZZ2] both\', () => {});')).toEqual([]);
  expect(planted(RULES, 'test(\'[ZZ1] wet\', () => {});')).toEqual(['[ZZ2] of RULES.md has no test: write one whose title begins with its number']);
  expect(planted(RULES, 'test(\'[ZZ1] a\', f);\ntest(`[ZZ2] b`, f);\ntest("[ZZ3] c", f);'))
    .toEqual(['[ZZ3] is tested in a.test.ts, but no RULES.md has it: write the rule or correct the number']);
  expect(planted(`${RULES}- [ZZ2] Again.\n`, 'test(\'[ZZ1] [ZZ2] both\', f);')).toEqual(['[ZZ2] is numbered twice; the second time in RULES.md']);
  expect(planted(RULES, '// [ZZ1] [ZZ2] only mentioned in a comment')).toHaveLength(2);
});
