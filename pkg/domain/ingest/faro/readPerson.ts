import { objectAt, textAt, type JsonObject } from '../JsonObject';

/** What a payload says of who used the page; in the clear, for this request only. */
export interface ClearPerson {
  externalId: string | undefined;
  email: string | null;
  name: string | null;
  /** An id that the client keeps over sessions. */
  clientId: string | undefined;
  /** Everything above as it may be written elsewhere in the payload too. */
  literals: string[];
  /** The part of the payload that says it, as JSON text. */
  own: string;
}

const identifying = ['id', 'email', 'username', 'fullName', 'name', 'hash'] as const;
const longestValue = 320;

/** Takes the person out of `meta`: afterwards neither id nor email nor name is in it. */
export function takePerson(meta: JsonObject): ClearPerson {
  const user = objectAt(meta, 'user');
  const app = objectAt(meta, 'app');
  const values: Partial<Record<(typeof identifying)[number], string>> = {};
  const literals: string[] = [];
  for (const key of identifying) {
    const value = typeof user[key] === 'number' ? String(user[key]) : textAt(user, key);
    if (value !== undefined) {
      values[key] = value.slice(0, longestValue).replace(/\0|\p{Cs}/gu, '\ufffd');
      literals.push(values[key]);
    }
    if (user[key] !== undefined) {
      // Not deleted: that would make the object slow for all that follows. What is undefined is not written.
      user[key] = undefined;
    }
  }
  const installation = textAt(app, 'installationId')?.slice(0, longestValue);
  if (installation !== undefined) {
    app.installationId = undefined;
    literals.push(installation);
  }
  const externalId = values.id ?? values.hash ?? values.username ?? values.email;
  return {
    externalId,
    email: values.email ?? null,
    name: values.fullName ?? values.name ?? values.username ?? null,
    clientId: installation ?? externalId,
    literals,
    own: literals.length === 0 ? '' : JSON.stringify(literals),
  };
}
