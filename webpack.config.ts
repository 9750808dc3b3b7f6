import CopyWebpackPlugin from 'copy-webpack-plugin';
import type { Configuration } from 'webpack';
import grafanaConfig, { type Env } from './.config/webpack/webpack.config.ts';

/** What the server's build leaves in `dist/`; a build of the browser half must not remove it. */
const serverFiles = /_(amd64|arm64)$|seamark\.cjs$|THIRD_PARTY_NOTICES$|datasource\/postgres\//;

/** create-plugin's build, plus what it lacks for nested plugins: their images, and the server's files kept. */
const config = async (env: Env): Promise<Configuration> => {
  const base = await grafanaConfig(env);
  return {
    ...base,
    // From its memory webpack writes a plugin.json of before: what is shipped is built from the sources alone.
    cache: env.production ? false : base.cache,
    // Uncompressed bytes: the scenes library alone is the largest chunk; more than this is a mistake.
    performance: { maxAssetSize: 600_000, maxEntrypointSize: 100_000 },
    // App, datasource and panel are three programs that load one another's chunks into one list of modules. A module that
    // keeps only the exports its own program uses would stand in for the same one of another, which then misses some.
    optimization: { ...base.optimization, usedExports: 'global' },
    output: { ...base.output, clean: { keep: serverFiles } },
    plugins: [
      ...(base.plugins ?? []),
      new CopyWebpackPlugin({ patterns: [{ from: '*/img/**/*', to: '.', noErrorOnMissing: true }] }),
    ],
  };
};

export default config;
