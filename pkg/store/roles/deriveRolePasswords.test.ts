import { deriveRolePasswords } from './deriveRolePasswords';
import { roleLogins } from './roleLogins';
import { roleNames } from './roleNames';

const names = roleNames('seamark');
const encryptionKey = Buffer.alloc(32, 3);

describe('deriveRolePasswords', () => {
  it('gives every role a password of its own, always the same', () => {
    const passwords = deriveRolePasswords('secret', names);
    expect(new Set(Object.values(passwords)).size).toBe(4);
    expect(deriveRolePasswords('secret', names)).toEqual(passwords);
    expect(Object.values(passwords).every((password) => /^[\w-]{43}$/.test(password))).toBe(true);
  });

  it('depends on the secret and on the database', () => {
    const { app } = deriveRolePasswords('secret', names);
    expect(deriveRolePasswords('other', names).app).not.toBe(app);
    expect(deriveRolePasswords('secret', roleNames('other')).app).not.toBe(app);
  });
});

describe('roleLogins', () => {
  it('come from the password in the URL', () => {
    const { roles, passwords } = roleLogins('postgresql://me:secret@db.example/seamark', encryptionKey);
    expect(roles).toEqual(names);
    expect(passwords).toEqual(deriveRolePasswords('secret', names));
  });

  it('come from the encryption key where the URL has none', () => {
    const { passwords } = roleLogins('postgresql://me@db.example/seamark', encryptionKey);
    expect(passwords).toEqual(deriveRolePasswords(encryptionKey, names));
  });
});
