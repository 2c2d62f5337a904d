import { asListed, proposedValues, withProposed } from '../../src/domain/conflict/proposed-values';

const LISTED = [{ name: 'channel', values: ['app', 'web'] }];
const claim = (id: number, when: Record<string, string[]>, status: 'proposed' | 'in force' | 'withdrawn' = 'proposed') => ({ ticket: { id, key: `BUYER-${String(id)}` }, status, when });

test('[CF150] what requirements name and the settings do not list is proposed, with the tickets that name it', () => {
  const claims = [
    claim(12, { channel: ['kiosk', 'app'], market: ['EU'] }), claim(3, { channel: ['kiosk'] }, 'in force'), claim(12, { channel: ['kiosk'] }),
    claim(4, { channel: ['fax'] }, 'withdrawn'), claim(0, { channel: ['model'] }), claim(5, { season: ['2026-11-01/2026-12-31'] }), claim(6, { constructor: ['x'] }),
  ];
  expect(proposedValues(claims, LISTED)).toEqual([
    { dimension: 'channel', value: 'kiosk', tickets: ['BUYER-12', 'BUYER-3'] }, { dimension: 'constructor', value: 'x', tickets: ['BUYER-6'] }, { dimension: 'market', value: 'EU', tickets: ['BUYER-12'] },
  ]);
  expect(proposedValues([...claims].reverse(), LISTED)).toEqual(proposedValues(claims, LISTED));
  expect(proposedValues([], LISTED)).toEqual([]);
});

test('[CF151] added values stand behind those of the list, and nothing is listed twice', () => {
  const proposed = proposedValues([claim(1, { channel: ['kiosk'], market: ['EU', 'US'] })], LISTED);
  const listed = withProposed(LISTED, proposed);
  expect(listed).toEqual([{ name: 'channel', values: ['app', 'web', 'kiosk'] }, { name: 'market', values: ['EU', 'US'] }]);
  expect(proposedValues([claim(1, { channel: ['kiosk'], market: ['EU', 'US'] })], listed)).toEqual([]);
  expect([asListed(' WEB ', ['app', 'web']), asListed('  Click   and collect ', ['app']), asListed('kiosk', [])]).toEqual(['web', 'Click and collect', 'kiosk']);
});
