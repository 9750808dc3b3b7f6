import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const dist = path.join(root, 'dist');

/** Where the build reads and writes. */
export const paths = {
  root,
  dist,
  artifacts: path.join(root, 'artifacts'),
  cache: path.join(root, 'node_modules/.cache/seamark'),
  backend: path.join(dist, 'datasource'),
  bundle: path.join(dist, 'datasource/seamark.cjs'),
} as const;
