/** @type {import('jest').Config} */
const swc = ['@swc/jest', {
  jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } },
  module: { type: 'commonjs' },
}];

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  globalSetup: '<rootDir>/test/given/unpack-chromium.ts',
  transform: { '^.+\\.[jt]sx?$': swc },
  transformIgnorePatterns: ['/node_modules/(?!(@sparticuz/chromium)/)'],
  // A guard against what hangs. Three at a time keep two processors busy: tests in a browser wait for a part of their time.
  testTimeout: 60_000,
  maxWorkers: 3,
};
