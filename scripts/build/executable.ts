import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { paths } from './paths';
import { platformPackage } from './platformPackage';
import { run } from './run';
import { targets, type Target } from './targets';
import { unlessUnchanged } from './unlessUnchanged';

/**
 * Makes the single executable of one architecture: that architecture's Node with the bundle inside. The Node that
 * assembles it is this machine's, of the same version. Answers whether there was anything to do.
 */
export function executable(target: Target): Promise<boolean> {
  const output = path.join(paths.backend, `gpx_seamark_${target.name}`);
  const node = nodeOf(target);
  const builder = targets.find(({ arch }) => arch === process.arch && process.platform === 'linux');
  const version = readFileSync(path.join(node, '../../package.json'), 'utf8');
  return unlessUnchanged(`executable-${target.name}`, [version, paths.bundle], output, () => {
    if (!builder) {
      throw new Error(
        `single executables are assembled on Linux x64 and arm64; this is ${process.platform} ${process.arch}`
      );
    }
    const config = path.join(paths.cache, `sea-${target.name}.json`);
    mkdirSync(paths.cache, { recursive: true });
    writeFileSync(
      config,
      JSON.stringify({
        main: paths.bundle,
        output: `${output}.part`,
        executable: node,
        disableExperimentalSEAWarning: true,
        // Both hold code of the machine that made them, which another architecture cannot run.
        useSnapshot: false,
        useCodeCache: false,
        // Options that somebody set for Grafana's host are not meant for us.
        execArgvExtension: 'none',
      })
    );
    run(nodeOf(builder), ['--build-sea', config]);
    chmodSync(`${output}.part`, 0o755);
    renameSync(`${output}.part`, output);
  });
}

function nodeOf(target: Target): string {
  return path.join(platformPackage(target.node), 'bin/node');
}
