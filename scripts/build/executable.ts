import { chmodSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { paths } from './paths';
import { platformPackage } from './platformPackage';
import { run } from './run';
import { targets, type Target } from './targets';
import { unlessUnchanged } from './unlessUnchanged';

/** By this Node knows that something was put into it. */
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/**
 * Makes the single executable of one architecture: that architecture's Node with the bundle inside. The Node that packs
 * the bundle is this machine's, of the same version. Answers whether there was anything to do.
 */
export function executable(target: Target): Promise<boolean> {
  const output = path.join(paths.backend, `gpx_seamark_${target.name}`);
  const node = nodeOf(target);
  const packer = targets.find(({ arch }) => arch === process.arch && process.platform === 'linux');
  const version = readFileSync(path.join(node, '../../package.json'), 'utf8');
  return unlessUnchanged(`executable-${target.name}`, [version, paths.bundle], output, () => {
    if (!packer) {
      throw new Error(
        `single executables are assembled on Linux x64 and arm64; this is ${process.platform} ${process.arch}`
      );
    }
    const config = path.join(paths.cache, `sea-${target.name}.json`);
    const packed = path.join(paths.cache, `sea-${target.name}.blob`);
    mkdirSync(paths.cache, { recursive: true });
    writeFileSync(
      config,
      JSON.stringify({
        main: paths.bundle,
        output: packed,
        disableExperimentalSEAWarning: true,
        // Both hold code of the machine that made them, which another architecture cannot run.
        useSnapshot: false,
        useCodeCache: false,
        // Options that somebody set for Grafana's host are not meant for us.
        execArgvExtension: 'none',
      })
    );
    run(nodeOf(packer), ['--experimental-sea-config', config]);
    copyFileSync(node, `${output}.part`);
    chmodSync(`${output}.part`, 0o755);
    run(process.execPath, [postject, `${output}.part`, 'NODE_SEA_BLOB', packed, '--sentinel-fuse', fuse]);
    rmSync(packed);
    renameSync(`${output}.part`, output);
  });
}

const postject = path.join(paths.root, 'node_modules/postject/dist/cli.js');

function nodeOf(target: Target): string {
  return path.join(platformPackage(target.node), 'bin/node');
}
