const path = require('path');

// The browser package: pure parts and fakes only, no database. The real browser is in tests/sdk.
module.exports = {
  displayName: 'sdk',
  rootDir: path.resolve(__dirname),
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/src/**/*.test.ts'],
  transform: {
    '^.+\\.[mc]?[jt]s$': [
      '@swc/jest',
      { sourceMaps: 'inline', jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
    ],
  },
};
