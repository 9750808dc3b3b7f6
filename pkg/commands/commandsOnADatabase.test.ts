import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedSecret } from '../config/generatedSecret';
import { loadConfig } from '../config/loadConfig';
import { systemClock } from '../lib/Clock';
import { silentLogger } from '../lib/Logger';
import { startEmbeddedPostgres } from '../store/embedded/startEmbeddedPostgres';
import { migrate } from '../store/migrations/migrate';
import { roleLogins } from '../store/roles/roleLogins';
import { scratchDirectory } from '../store/testing/scratchDirectory';
import { withClient } from '../store/testing/withClient';
import { backupCommand } from './backup';
import type { Command } from './Command';
import { doctorCommand } from './doctor';
import { restoreCommand } from './restore';

const scratch = scratchDirectory();
jest.setTimeout(60_000);

async function run(command: Command, args: string[], dataDir: string): Promise<{ code: number; output: string }> {
  const lines: string[] = [];
  const config = loadConfig({ SEAMARK_DATA_DIR: dataDir }, '1.2.3', { cwd: '/', pluginDir: undefined });
  const code = await command.run(args, {
    config,
    clock: systemClock,
    logger: silentLogger,
    print: (line) => lines.push(line),
  });
  return { code, output: lines.join('\n') };
}

/** A data directory as a server leaves it, with one app in it. */
async function usedDataDir(): Promise<string> {
  const dataDir = join(scratch(), 'data');
  const postgres = await start(dataDir);
  const key = Buffer.from(generatedSecret(dataDir, 'encryption-key'), 'hex');
  const { passwords } = roleLogins(postgres.ownerUrl, key);
  await migrate({ ownerUrl: postgres.ownerUrl, rolePasswords: passwords, logger: silentLogger, clock: systemClock });
  await withClient(postgres.ownerUrl, async (client) => {
    await client.query('begin; alter table apps no force row level security');
    await client.query(
      `insert into apps (id, org_id, name, consent_mode, without_consent) values (gen_random_uuid(), 1, 'shop', 'off', 'drop')`
    );
    await client.query('alter table apps force row level security; commit');
  });
  await postgres.stop();
  return dataDir;
}

const start = (dataDir: string) =>
  startEmbeddedPostgres({ dataDir, uid: 65534, logger: silentLogger, clock: systemClock, settings: { fsync: 'off' } });

describe('backup and restore', () => {
  it('carry everything into a new data directory, which needs the key of the old one', async () => {
    const old = await usedDataDir();
    const file = join(scratch(), 'seamark.tar');
    const written = await run(backupCommand, [file], old);
    expect(written.output).toMatch(/^Backed up 1 rows of \d+ tables into .*\nThe encryption key .* is not in it/);

    const fresh = join(scratch(), 'data');
    await expect(run(restoreCommand, [file], fresh)).rejects.toThrow(
      /and there is none here: set SEAMARK_ENCRYPTION_KEY/
    );
    expect(existsSync(fresh)).toBe(false);
    generatedSecret(fresh, 'encryption-key');
    await expect(run(restoreCommand, [file], fresh)).rejects.toThrow(/and the one here is [0-9a-f]{16}/);

    copyFileSync(join(old, 'encryption-key'), join(fresh, 'encryption-key'));
    const restored = await run(restoreCommand, [file], fresh);
    expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('Restored 1 rows') });
    await expect(run(restoreCommand, [file], fresh)).rejects.toThrow('public.apps has rows');
    expect((await run(restoreCommand, ['--force', file], fresh)).code).toBe(0);
  });

  it('work beside a running server and against one, in this order', async () => {
    const dataDir = await usedDataDir();
    const file = join(scratch(), 'seamark.tar');
    const server = await start(dataDir);
    expect((await run(backupCommand, [file], dataDir)).code).toBe(0);
    expect((await run(doctorCommand, [], dataDir)).output).toContain('embedded, running');
    await expect(run(restoreCommand, ['--force', file], dataDir)).rejects.toThrow(/in use by process \d+/);
    expect(server.state).toBe('running');
    await server.stop();
  });

  it('without the key are possible when asked for', async () => {
    const file = join(scratch(), 'seamark.tar');
    await run(backupCommand, [file], await usedDataDir());
    const fresh = join(scratch(), 'data');
    expect((await run(restoreCommand, ['--other-key', file], fresh)).code).toBe(0);
  });

  it('refuse a damaged file before they make anything', async () => {
    const file = join(scratch(), 'seamark.tar');
    writeFileSync(file, 'no backup at all');
    const fresh = join(scratch(), 'data');
    await expect(run(restoreCommand, [file], fresh)).rejects.toThrow('no backup of Seamark');
    expect(existsSync(fresh)).toBe(false);
  });

  it.each([
    [backupCommand, []],
    [backupCommand, ['a', 'b']],
    [backupCommand, ['--force', 'a']],
    [restoreCommand, []],
    [restoreCommand, ['--overwrite', 'a']],
    [doctorCommand, ['a']],
  ])('print how they are used instead of guessing (%#)', async (command, args) => {
    const dataDir = join(scratch(), 'data');
    expect(await run(command, args, dataDir)).toEqual({ code: 2, output: command.usage });
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe('the doctor', () => {
  it('finds nothing wrong with a database as the server leaves it', async () => {
    const { code, output } = await run(doctorCommand, [], await usedDataDir());
    expect(output).toContain('Nothing is wrong.');
    expect(output).toContain('note   Encryption key');
    expect(code).toBe(0);
  });

  it('says what an empty database needs', async () => {
    const dataDir = join(scratch(), 'data');
    mkdirSync(dataDir, { mode: 0o711 });
    const { code, output } = await run(doctorCommand, [], dataDir);
    expect(output).toContain('wrong  Schema: 0 of');
    expect(output).toContain('seamark migrate');
    expect(code).toBe(1);
    expect(readdirSync(dataDir)).not.toContain('encryption-key');
  });
});
