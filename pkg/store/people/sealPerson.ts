import { randomBytes } from 'node:crypto';
import { open, seal } from '../secrets/seal';

/** What of a person is kept encrypted; null where the app never said. */
export interface PersonSecrets {
  email: string | null;
  name: string | null;
}

/** As the columns of `users` hold it. */
export interface SealedPerson {
  wrapped_key: Buffer;
  encrypted_email: Buffer | null;
  encrypted_name: Buffer | null;
}

/** Seals under a new key of the person's own, itself wrapped by `masterKey`: destroying it makes the rest unreadable. */
export function sealPerson(masterKey: Buffer, id: string, secrets: PersonSecrets): SealedPerson {
  const key = randomBytes(32);
  return { wrapped_key: seal(masterKey, key, keyPurpose(id)), ...sealUnder(key, id, secrets) };
}

/** Seals under the key that the person has already. Throws CannotOpen with another master key. */
export function resealPerson(masterKey: Buffer, id: string, old: SealedPerson, secrets: PersonSecrets): SealedPerson {
  const key = open(masterKey, old.wrapped_key, keyPurpose(id));
  return { wrapped_key: old.wrapped_key, ...sealUnder(key, id, secrets) };
}

/** Throws CannotOpen with another master key. */
export function openPerson(masterKey: Buffer, id: string, sealed: SealedPerson): PersonSecrets {
  const key = open(masterKey, sealed.wrapped_key, keyPurpose(id));
  const text = (value: Buffer | null, field: string): string | null =>
    value === null ? null : open(key, value, fieldPurpose(id, field)).toString('utf8');
  return { email: text(sealed.encrypted_email, 'email'), name: text(sealed.encrypted_name, 'name') };
}

function sealUnder(key: Buffer, id: string, { email, name }: PersonSecrets): Omit<SealedPerson, 'wrapped_key'> {
  const bytes = (value: string | null, field: string): Buffer | null =>
    value === null ? null : seal(key, Buffer.from(value), fieldPurpose(id, field));
  return { encrypted_email: bytes(email, 'email'), encrypted_name: bytes(name, 'name') };
}

const keyPurpose = (id: string): string => `person ${id} key`;
const fieldPurpose = (id: string, field: string): string => `person ${id} ${field}`;
