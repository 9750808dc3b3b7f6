import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { targets } from '../../scripts/build/targets';
import { neededLibraries } from './neededLibraries';

const root = path.resolve(__dirname, '../..');

/** What Debian's, Ubuntu's and Red Hat's smallest systems have, and Grafana's Ubuntu-based image. libatomic they lack. */
const everywhere = /^(ld-linux-x86-64|ld-linux-aarch64|libc|libdl|libgcc_s|libm|libpthread|librt|libstdc\+\+)\.so\.\d$/;

for (const { name } of targets) {
  const program = path.join(root, 'dist/datasource', `gpx_seamark_${name}`);
  (existsSync(program) ? describe : describe.skip)(`the executable for ${name}`, () => {
    it('starts with what every host with glibc has', () => {
      const libraries = neededLibraries(readFileSync(program));
      expect(libraries).toContain('libc.so.6');
      expect(libraries.filter((library) => !everywhere.test(library))).toEqual([]);
    });
  });
}
