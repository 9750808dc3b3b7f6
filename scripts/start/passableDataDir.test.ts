import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passableDataDir } from './passableDataDir';

const asRoot = process.getuid?.() === 0 ? it : it.skip;

describe('the data directory of a checkout', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'seamark-passage-')));
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'checkout'), { mode: 0o700 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const wanted = (): string => join(folder, 'checkout/.seamark');

  it('lies in the checkout of whoever is not root', () => {
    expect(passableDataDir(wanted(), { uid: 1000, elsewhere: folder })).toBe(wanted());
  });

  asRoot('lies in the checkout where the user of PostgreSQL may pass', () => {
    chmodSync(join(folder, 'checkout'), 0o755);
    expect(passableDataDir(wanted(), { uid: 0, elsewhere: folder })).toBe(wanted());
  });

  asRoot('lies elsewhere, behind a link, where that user may not, and is found again', () => {
    const first = passableDataDir(wanted(), { uid: 0, elsewhere: folder });
    expect(first).toMatch(/seamark-[0-9a-f]{12}$/);
    expect(realpathSync(wanted())).toBe(first);
    expect(statSync(first).mode & 0o777).toBe(0o711);
    expect(passableDataDir(wanted(), { uid: 0, elsewhere: folder })).toBe(first);
  });

  asRoot('stays where it is once it is there', () => {
    mkdirSync(wanted());
    expect(passableDataDir(wanted(), { uid: 0, elsewhere: folder })).toBe(wanted());
  });
});
