import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDirectory } from './makeDirectory';

describe('makeDirectory', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seamark-folders-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes what is missing on the way, and says where it began', () => {
    const path = join(folder, 'a', 'b', 'c');
    expect(makeDirectory(path, 0o700)).toBe(join(folder, 'a'));
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(makeDirectory(path, 0o700)).toBeUndefined();
  });

  it.each([
    ['a file', () => join(folder, 'file')],
    ['a folder inside a file', () => join(folder, 'file', 'x')],
    ['a folder where none can be', () => '/proc/seamark'],
    ['folders where none can be', () => '/proc/seamark/data'],
  ])('refuses %s at once', (_, path) => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => makeDirectory(path(), 0o700)).toThrow();
  });
});
