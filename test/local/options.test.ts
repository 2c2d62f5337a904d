import { parseOptions } from '../../local/options';

test('without arguments: port 8484, the demo, no latency', () => {
  expect(parseOptions([])).toEqual({ ok: true, value: { port: 8484, dataFolder: expect.stringMatching(/\.data\/site$/) as unknown, empty: false, imports: [], latency: 0, as: undefined } });
});

test('what is not understood is said', () => {
  expect(parseOptions(['--port', 'eighty'])).toEqual({ ok: false, problem: '--port wants a number from 0 to 65535, not "eighty".' });
  expect(parseOptions(['--latency', '-5'])).toMatchObject({ ok: false });
  expect(parseOptions(['--colour', 'red'])).toMatchObject({ ok: false, problem: expect.stringContaining("'--colour'") as unknown });
});
