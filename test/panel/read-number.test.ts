import fc from 'fast-check';
import { numberAsTyped, readNumber } from '../../static/shared/read-number';

const english = { locale: 'en-US' };

describe('numbers as people type them', () => {
  test.each([
    ['3.5', 3.5], ['3,5', 3.5], ['$6M', 6e6], ['6 M', 6e6], ['1.2k', 1200], ['1,200', 1200], ['1,200,000', 1.2e6], ['1 200', 1200],
    ["1'200", 1200], ['6 million', 6e6], ['-0.5', -0.5], ['€ 7.5m', 7.5e6], ['0,250', 0.25], ['1.200,50', 1200.5], ['1,200.50', 1200.5],
    ['6M USD', 6e6], ['10', 10], ['.5', 0.5], ['1.1M', 1.1e6],
  ])('%s is read as %d', (typed, value) => {
    expect(readNumber(typed, english)).toEqual({ state: 'number', value });
  });

  test('where 1.200 could mean two things, the locale decides', () => {
    expect(readNumber('1.200', english)).toEqual({ state: 'number', value: 1.2 });
    expect(readNumber('1.200', { locale: 'de-DE' })).toEqual({ state: 'number', value: 1200 });
  });

  test('the unit of the field may be typed behind the number, another word may not', () => {
    expect(readNumber('3.5 s', { ...english, unit: 's' })).toEqual({ state: 'number', value: 3.5 });
    expect(readNumber('3.5 apples', { ...english, unit: 's' })).toEqual({
      state: 'unreadable', words: 'Write only the number here, not “apples”; the unit has its own field.',
    });
  });

  test('what is no number is named, with what to write instead', () => {
    expect(readNumber('fast', english)).toEqual({
      state: 'unreadable', words: '“fast” is not a number. Write digits only, such as 3.5, 1200 or 1.2k.',
    });
    expect(readNumber('1.2.34', english)).toEqual({
      state: 'unreadable', words: '“1.2.34” can be read in two ways. Write it without separators between thousands.',
    });
    expect(readNumber('   ', english)).toEqual({ state: 'empty' });
  });

  test('a stored number survives being shown in the field and read again, in any locale', () => {
    fc.assert(fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true, noDefaultInfinity: true }), fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'en-IN'), (value, locale) => {
      const rounded = Number(value.toPrecision(12));
      fc.pre(Math.abs(rounded) >= 1e-6 || rounded === 0);
      const read = readNumber(numberAsTyped(rounded, locale), { locale });
      expect(read.state === 'number' ? read.value + 0 : read).toBe(rounded + 0);
    }));
  });
});
