import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { thirdPartyNotices } from './thirdPartyNotices';
import { paths } from './paths';
import { platformPackage } from './platformPackage';
import type { Target } from './targets';

/**
 * Bundles the program into one CommonJS file: single executables take no other kind, and nothing beside them. The source
 * map lies outside the plugin's folder, whose files anyone may read.
 */
export async function serverBundle(targets: readonly Target[] = []): Promise<void> {
  const { metafile } = await build({
    entryPoints: [path.join(paths.root, 'pkg/main.ts')],
    outfile: paths.bundle,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    // Whitespace only: names stay readable in stack traces. Not `keepNames`: it defines the name of every function anew
    // each time that one is made, for each request hundreds of times.
    minifyWhitespace: true,
    legalComments: 'none',
    sourcemap: 'external',
    metafile: true,
    logLevel: 'error',
    // Asked for by pg only where the native client is chosen, which we never do.
    external: ['pg-native'],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  mkdirSync(paths.artifacts, { recursive: true });
  renameSync(`${paths.bundle}.map`, path.join(paths.artifacts, 'seamark.cjs.map'));
  const shipped = targets.flatMap(({ node, postgres }) => [platformPackage(node), platformPackage(postgres)]);
  writeFileSync(path.join(paths.dist, 'THIRD_PARTY_NOTICES'), thirdPartyNotices(Object.keys(metafile.inputs), shipped));
}
