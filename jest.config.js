// Tests must not depend on where they run.
process.env.TZ = 'UTC';

const browserHalf = require('./.config/jest.config');
const { grafanaESModules, nodeModulesToTransform } = require('./.config/jest/utils');
const serverHalf = require('./pkg/jest.config');

const [swc] = Object.values(browserHalf.transform);
// The d3 family that @grafana/data and @grafana/ui stand on comes as .mjs files only.
const moduleOnly = [...grafanaESModules, 'd3-[a-z-]+', 'internmap', 'delaunator', 'robust-predicates'];

module.exports = {
  projects: [
    {
      ...browserHalf,
      displayName: 'src',
      transform: { '^.+\\.m?[jt]sx?$': swc },
      transformIgnorePatterns: [nodeModulesToTransform(moduleOnly)],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/src/contract/'],
    },
    serverHalf,
    require('./sdk/jest.config.cjs'),
    // The built program, started as Grafana would; skipped where nothing has been built.
    require('./tests/protocol/jest.config.js'),
  ],
  reporters: ['default', '<rootDir>/scripts/closingLineReporter.js'],
};
