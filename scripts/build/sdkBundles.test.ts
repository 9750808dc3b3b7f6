import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { paths } from './paths';
import { sdkFiles } from './sdkBundles';

const limit = 3 * 1024;

describe('the built browser package', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'seamark-sdk-'));
  const read = (name: keyof typeof sdkFiles): Buffer => readFileSync(path.join(folder, sdkFiles[name]));

  beforeAll(() => {
    // As a process of its own, because esbuild does not bear jest's globals.
    execFileSync(process.execPath, [require.resolve('tsx/cli'), 'scripts/buildSdk.ts', '--no-types', '--to', folder], {
      cwd: paths.root,
    });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['module', 'script'] as const)('is under 3 KB gzip of its own as a %s', (name) => {
    expect(gzipSync(read(name), { level: 9 }).length).toBeLessThan(limit);
  });

  it('leaves Faro to the page as a module, and brings it along in the bundle', () => {
    expect(read('module').toString()).toContain('from"@grafana/faro-web-sdk"');
    expect(read('bundle').length).toBeGreaterThan(50_000);
  });

  it('needs nothing of a browser that Faro does not need', () => {
    expect(read('script').toString()).not.toMatch(/\?\?|\?\.[a-z]|\bawait\b|\bimport\(/);
  });
});
