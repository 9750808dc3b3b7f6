const path = require('path');

// Packages that ship ES modules only, or import dynamically: jest runs CommonJS, so these are transformed like our own code.
const esModulesOnly = [
  'typebox',
  'kysely',
  're2js',
  'isbot',
  'temporal-polyfill',
  'temporal-utils',
  '@bufbuild/protobuf',
  '@opentelemetry/otlp-exporter-base',
];

module.exports = {
  displayName: 'pkg',
  rootDir: path.resolve(__dirname, '..'),
  testEnvironment: 'node',
  setupFilesAfterEnv: ['<rootDir>/pkg/jest-setup.js'],
  globalSetup: '<rootDir>/pkg/store/testing/globalSetup.ts',
  globalTeardown: '<rootDir>/pkg/store/testing/globalTeardown.ts',
  testMatch: ['<rootDir>/{pkg,scripts,src/contract,bench,demo,tests/server}/**/*.test.ts'],
  transform: {
    '^.+\\.[mc]?[jt]s$': [
      '@swc/jest',
      { sourceMaps: 'inline', jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulesOnly.join('|')})/)`],
  watchPathIgnorePatterns: ['<rootDir>/node_modules', '<rootDir>/dist', '<rootDir>/.seamark'],
};
