// Tests must not depend on where they run.
process.env.TZ = 'UTC';

const browserHalf = require('./.config/jest.config');
const serverHalf = require('./pkg/jest.config');

module.exports = {
  projects: [
    {
      ...browserHalf,
      displayName: 'src',
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/src/contract/'],
    },
    serverHalf,
  ],
  reporters: ['default', '<rootDir>/scripts/closingLineReporter.js'],
};
