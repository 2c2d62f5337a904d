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
  testTimeout: 30_000,
  maxWorkers: 2,
};
