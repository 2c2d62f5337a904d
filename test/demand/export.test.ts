import fc from 'fast-check';
import Papa from 'papaparse';
import { demandRows, DEMAND_COLUMNS } from '../../src/domain/demand/demand-rows';
import { writeCsv } from '../../static/shared/csv';
import { someSettings } from '../context/given-context';
import { aDemand } from './given-demand';

const settings = someSettings();

test('[DM24] one row a ticket, unknown is an empty cell with a note', () => {
  const [header, known, unknown] = demandRows([aDemand(1, { record: { theme: 'europe', answer: { state: 'declined', why: 'No time' } } }), aDemand(2, { record: { value: { unknown: true } } })], settings);
  const cells = (row: (string | number)[] | undefined) => Object.fromEntries(DEMAND_COLUMNS.map((column, at) => [column, row?.[at]]));
  expect(header).toEqual([...DEMAND_COLUMNS]);
  expect(cells(known)).toMatchObject({ Key: 'BUYER-1', Team: 'Order Status', Theme: 'Europe', Grade: 'Silver', 'Worth a month, low': 6e6, 'Worth a month, high': 1e7, Currency: 'USD', 'Worth note': '', 'How good is the evidence, 0 to 1': 0.6, 'Our answer': 'Declined', 'Reason of the answer': 'No time' });
  expect(cells(unknown)).toMatchObject({ Key: 'BUYER-2', 'Worth a month, low': '', 'Worth a month, high': '', 'Worth note': 'Unknown', 'How good is the evidence, 0 to 1': '', Grade: 'Bronze', 'Our answer': '', 'Reason of the answer': '' });
});

test('[DM24] what has passed its date is worth zero, and says why', () => {
  const [, row] = demandRows([aDemand(1, { record: { delay: { shape: 'deadline', neededBy: '2026-01-01' } } })], settings);
  expect(['Worth a month, low', 'Worth a month, high', 'Currency', 'Worth note'].map((column) => row?.[DEMAND_COLUMNS.findIndex((one) => one === column)])).toEqual([0, 0, 'USD', 'Its date has passed: worth nothing']);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u00a0=1', '\uff1d1', '=cmd|\' /C calc\'!A0', '"=1"'.slice(1)])('[DM25] %j cannot run as a formula', (attack) => {
  const csv = writeCsv(demandRows([aDemand(1, { ticket: { summary: attack } })], settings));
  const read = Papa.parse<string[]>(csv.slice(1), { delimiter: ',' }).data[1]?.[1];
  expect(read).toBe(`'${attack}`);
});

test('[DM25] whatever people write comes back as written or behind an apostrophe, and every row keeps its columns', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }), (rows) => {
    const read = Papa.parse<string[]>(writeCsv(rows).slice(1).replace(/\r\n$/, ''), { delimiter: ',', newline: '\r\n' }).data;
    expect(read.map((row) => row.length)).toEqual(rows.map(() => 2));
    for (const [at, row] of rows.entries()) for (const [column, cell] of row.entries()) expect([cell, `'${cell}`]).toContain(read[at]?.[column]);
    for (const cell of read.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
  }));
});

test('[DM25] numbers stay numbers, also below zero', () => {
  expect(writeCsv([['a', -5, 1e6]])).toBe('\ufeffa,-5,1000000\r\n');
});
