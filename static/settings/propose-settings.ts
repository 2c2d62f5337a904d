import { TEAM_COLOURS } from '../../src/domain/context/settings';
import type { PlaceFacts } from './load-settings-page';
import type { SettingsDraft } from './settings-draft';

/** With more projects than this, proposing all of them as teams would be work instead of help. */
const MOST_PROPOSED = 12;

/** Currencies by the region of a locale; only regions with one obvious answer. */
const EURO = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ');
const CURRENCY_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(EURO.map((region) => [region, 'EUR'])),
  GB: 'GBP', CH: 'CHF', JP: 'JPY', CA: 'CAD', AU: 'AUD', NZ: 'NZD', IN: 'INR', BR: 'BRL', SE: 'SEK', NO: 'NOK', DK: 'DKK', PL: 'PLN',
  CZ: 'CZK', CN: 'CNY', KR: 'KRW', SG: 'SGD', ZA: 'ZAR', MX: 'MXN', TR: 'TRY',
};

/** The currency that people of this locale most probably count in; US dollars where that is not obvious. */
export function currencyOf(locale: string): string {
  try {
    return CURRENCY_OF[new Intl.Locale(locale).maximize().region ?? ''] ?? 'USD';
  } catch {
    return 'USD';
  }
}

/** What opting in starts from: a team for every other project, the locale's currency, a fifth of capacity for interrupts. */
export function proposeSettings(facts: Pick<PlaceFacts, 'others'>, locale: string): SettingsDraft {
  const proposed = facts.others.length <= MOST_PROPOSED ? facts.others : [];
  return {
    enabled: true,
    teams: proposed.map(({ id, name }, at) => ({ key: `proposed-${id}`, name: name.slice(0, 60), projects: [id], colour: TEAM_COLOURS[at] ?? 'gray', share: '', freeLow: '', freeHigh: '' })),
    themes: [], currency: currencyOf(locale), rates: [], capacityLow: '', capacityHigh: '', capacityPer: 'month', interruptAllowance: '20',
    infraRole: '', gates: [], conditions: [], notBuilt: '',
  };
}
