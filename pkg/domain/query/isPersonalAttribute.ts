/** Attributes of the user, the session or the visitor as a whole: `user.id`, `session_start`. */
const ofPerson = /^(user|session|visitor)([._-]|$)/i;

/** Last words of names under which free text or a person's particulars travel. */
const lastWord =
  /(^|[._-])(message|msg|text|body|comment|stack|stacktrace|e?mail|login|phone|ip|address|password|token|(first|last|full|display|user)[._-]?name|(user|session|visitor)[._-]?id)$/i;

/**
 * Whether an attribute must be taken for free text of a person, or for something that points at one. Attributes have
 * whatever names clients give them, so this goes by the customary ones; ingest has scrubbed secrets from their values.
 */
export function isPersonalAttribute(key: string): boolean {
  return ofPerson.test(key) || lastWord.test(key);
}
