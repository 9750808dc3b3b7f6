/** Anywhere in a key: `db_password`, `userpassword2`. */
const sensitiveParts = [
  'password',
  'passwd',
  'passphrase',
  'apikey',
  'credential',
  'mysqlpwd',
  'privatekey',
  'authorization',
];

/** As a word of a key, or at the end of one: `auth`, `x-auth`, `csrftoken`; but `author` is not `auth`. */
const sensitiveWords = new Set(['secret', 'secrets', 'auth', 'oauth', 'token', 'tokens', 'bearer', 'pwd', 'cookie', 'cookies', 'jwt', 'cvv', 'cvc', 'ssn', 'iban']); // prettier-ignore
const sensitiveEndings = ['secret', 'token'];

/** Keys under which SDKs and pages put who somebody is. */
const personalKeys = new Set(['email', 'emailaddress', 'mail', 'username', 'userid', 'useremail', 'userfullname', 'userhash', 'fullname', 'firstname', 'lastname', 'surname', 'enduserid', 'phone', 'phonenumber', 'ip', 'ipaddress', 'clientip', 'clientaddress', 'remoteip']); // prettier-ignore

const longestRemembered = 128;
const mostRemembered = 5000;
const remembered = new Map<string, boolean>();

/**
 * Whether the value under a key must not be stored, whatever it looks like. Keys repeat, so answers are remembered; the
 * memory is bounded because keys are the sender's to choose.
 */
export function isSensitiveKey(key: string): boolean {
  const known = remembered.get(key);
  if (known !== undefined) {
    return known;
  }
  const answer = judge(key);
  if (key.length <= longestRemembered) {
    if (remembered.size >= mostRemembered) {
      remembered.clear();
    }
    remembered.set(key, answer);
  }
  return answer;
}

function judge(key: string): boolean {
  const words = key
    .slice(0, 256)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const joined = words.join('');
  return (
    personalKeys.has(joined) ||
    sensitiveParts.some((part) => joined.includes(part)) ||
    words.some((word) => sensitiveWords.has(word) || sensitiveEndings.some((ending) => word.endsWith(ending)))
  );
}
