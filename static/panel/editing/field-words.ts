const WORDS: Readonly<Record<string, string>> = {
  infra: 'Infrastructure project', team: 'Team that asks', need: 'Users’ need', users: 'Whose users', origin: 'Where it comes from', sponsor: 'Sponsor',
  question: 'What is wanted', decides: 'What the answer decides', thresholds: 'Threshold', scale: 'what is measured', unit: 'unit', better: 'direction',
  statistic: 'statistic', past: 'today', tolerable: 'still acceptable', goal: 'goal', stretch: 'even better', limit: 'law or contract', meter: 'how we measure',
  due: 'by when', when: 'only where', value: 'Value', metric: 'what changes for the business', change: 'by how much', worth: 'worth', notMoney: 'not money, because',
  unknown: 'not known yet', kind: 'kind of value', because: 'because', evidence: 'evidence', credibility: 'how good the evidence is', delay: 'What waiting costs',
  touchesSharedData: 'Touches shared data', askArchitect: 'Ask the architect', claims: 'Requirement on shared data', architectLooked: 'The architect has looked',
  effort: 'Effort', boundary: 'Whose work', theme: 'Theme', horizon: 'Horizon', answer: 'Our answer', initiative: 'Initiative', outcome: 'Outcome',
  reviewDue: 'look back on', levels: 'delivered level',
  element: 'which shared data', facet: 'what is required', level: 'how strong', authority: 'which law or contract', everywhere: 'meant everywhere', why: 'why',
  min: 'at least', max: 'at most', is: 'what it is', oneOf: 'one of', noneOf: 'none of', mustRead: 'must read', mustNotRead: 'must not read', step: 'in steps of',
  from: 'from', until: 'until', along: 'along', pattern: 'pattern',
};

/** A field's path in words; `names` gives the people's names of listed entries: "Threshold “time to pay”, goal". */
export function fieldWords(path: readonly string[], names: Readonly<Record<string, string>> = {}): string {
  const words = path.map((step) => (Object.hasOwn(WORDS, step) ? (WORDS[step] ?? step) : step));
  const isEntry = (path[0] === 'thresholds' || path[0] === 'claims') && words.length > 1;
  const entry = path[1] !== undefined && Object.hasOwn(names, path[1]) ? `“${names[path[1]] ?? ''}”` : (words[1] ?? '');
  return isEntry ? [`${words[0] ?? ''} ${entry}`, ...words.slice(2)].join(', ') : words.join(', ');
}
