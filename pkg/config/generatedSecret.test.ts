import { chmodSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatedSecret } from './generatedSecret';

const emptyDir = () => mkdtempSync(join(tmpdir(), 'seamark-secret-'));

describe('a generated secret', () => {
  it('is made once, kept for its owner alone, and found again', () => {
    const dir = emptyDir();
    const secret = generatedSecret(dir, 'admin-token');
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(generatedSecret(dir, 'admin-token')).toBe(secret);
    expect(statSync(join(dir, 'admin-token')).mode & 0o777).toBe(0o600);
  });

  it('leaves no drafts behind', () => {
    const dir = emptyDir();
    generatedSecret(dir, 'encryption-key');
    expect(readdirSync(dir)).toEqual(['encryption-key']);
  });

  it('is made in a folder that does not exist yet', () => {
    expect(generatedSecret(join(emptyDir(), 'a', 'b'), 'admin-token')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is never replaced when its file was damaged: what it encrypted would be lost', () => {
    const dir = emptyDir();
    writeFileSync(join(dir, 'encryption-key'), 'gone');
    expect(() => generatedSecret(dir, 'encryption-key')).toThrow('restore it from a backup');
  });

  it('says which setting to change where nothing can be written', () => {
    const dir = emptyDir();
    const file = join(dir, 'a-file');
    writeFileSync(file, '');
    chmodSync(file, 0o600);
    expect(() => generatedSecret(join(file, 'below'), 'admin-token')).toThrow('set SEAMARK_DATA_DIR');
  });
});
