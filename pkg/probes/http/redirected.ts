import type { HttpAnswer, HttpQuestion } from './HttpAnswer';

const redirects = [301, 302, 303, 307, 308];
/** Headers that say nothing about who asks. */
const harmless = ['accept', 'accept-encoding', 'accept-language', 'user-agent'];

/**
 * The question that an answer leads to; undefined where it leads nowhere else, `nowhere` where it leads to something that
 * is no HTTP. Another origin gets nothing of what the check sends: it may be a
 * secret (Fetch Standard, "HTTP-redirect fetch").
 */
export function redirected(question: HttpQuestion, answer: HttpAnswer): HttpQuestion | 'nowhere' | undefined {
  const { location } = answer.headers;
  if (!redirects.includes(answer.status) || location === undefined) {
    return undefined;
  }
  const url = URL.canParse(location, question.url.href) ? new URL(location, question.url) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    return 'nowhere';
  }
  const becomesGet =
    (answer.status === 303 && question.method !== 'HEAD') ||
    ([301, 302].includes(answer.status) && question.method === 'POST');
  const staysHere = url.origin === question.url.origin;
  const headers = Object.entries(question.headers).filter(([name]) => staysHere || harmless.includes(name));
  return {
    url,
    method: becomesGet ? 'GET' : question.method,
    headers: Object.fromEntries(headers),
    body: becomesGet || !staysHere ? undefined : question.body,
  };
}
