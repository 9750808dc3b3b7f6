const serverHalf = require('../../pkg/jest.config.js');

/** Starts the built program as Grafana would; needs no database of the tests, for the program brings its own. */
const { globalSetup: _setup, globalTeardown: _teardown, setupFilesAfterEnv: _after, ...shared } = serverHalf;

module.exports = {
  ...shared,
  displayName: 'protocol',
  testMatch: ['<rootDir>/tests/protocol/**/*.test.ts'],
};
