import type { CheckSettings } from '../../../src/contract/health/kinds/kinds';
import type { CheckSecrets } from '../../../src/contract/health/secrets';
import { findInJson } from '../../domain/health/assertions/jsonPath';
import { failed, type Find, type Observation } from '../../domain/health/probing/Observation';
import { daysLeft } from '../certificate';
import type { Probe } from '../Probe';
import { Stopwatch } from '../Stopwatch';
import { ask, WrongVersion } from './ask';
import type { HttpAnswer, HttpQuestion } from './HttpAnswer';
import { redirected } from './redirected';

type Settings = CheckSettings['http'];

const usualRedirects = 5;

/** Asks a URL, follows its redirects, and offers what comes back to assertions. */
export const probeHttp: Probe<'http'> = async (settings, secrets, edges) => {
  const watch = new Stopwatch(edges.monotonic);
  const options = { version: settings.http_version, verify: settings.verify_certificate ?? true };
  let question = firstQuestion(settings, secrets);
  for (let left = settings.max_redirects ?? usualRedirects; ; left -= 1) {
    let answer: HttpAnswer;
    try {
      answer = await ask(question, options, edges, watch);
    } catch (error) {
      if (error instanceof WrongVersion) {
        return failed(error.message, timed(watch));
      }
      throw error;
    }
    const next = redirected(question, answer);
    if (next === undefined || settings.max_redirects === 0) {
      return { ...timed(watch), failure: null, find: findIn(answer, watch, edges.now()), details: detailsOf(answer) };
    }
    if (next === 'nowhere') {
      return failed(`answered ${String(answer.status)} and led to no HTTP address`, timed(watch));
    }
    if (left === 0) {
      return failed('too many redirects', timed(watch));
    }
    question = next;
  }
};

function firstQuestion(settings: Settings, secrets: CheckSecrets): HttpQuestion {
  const { url, method = 'GET', headers, body, auth } = settings;
  const authorization = authorizationOf(auth, secrets.authorization);
  const all = {
    'accept-encoding': 'identity',
    'user-agent': 'Seamark-Probe',
    accept: '*/*',
    ...headers,
    ...secrets.headers,
    ...(authorization !== undefined && { authorization }),
  };
  return {
    method,
    url: new URL(url),
    headers: Object.fromEntries(Object.entries(all).map(([name, value]) => [name.toLowerCase(), value])),
    body,
  };
}

function authorizationOf(auth: Settings['auth'], secret: string | undefined): string | undefined {
  if (auth === undefined || secret === undefined) {
    return undefined;
  }
  return auth.kind === 'bearer'
    ? `Bearer ${secret}`
    : `Basic ${Buffer.from(`${auth.username}:${secret}`).toString('base64')}`;
}

function timed(watch: Stopwatch): Pick<Observation, 'durationMs' | 'phases'> {
  return { durationMs: watch.elapsed, phases: watch.phases };
}

function findIn(answer: HttpAnswer, watch: Stopwatch, now: number): Find {
  const { certificate } = answer;
  const text = answer.body.toString('utf8');
  const duration = watch.elapsed;
  return (source, target = '') => {
    switch (source) {
      case 'status':
        return answer.status;
      case 'header':
        return answer.headers[target.toLowerCase()];
      case 'body':
        return text;
      case 'json':
        return findInJson(text, target);
      case 'size':
        return answer.body.length;
      case 'duration':
        return duration;
      case 'certificate_days':
        return certificate && daysLeft(certificate, now);
      default:
        return undefined;
    }
  };
}

function detailsOf({ status, version, body, isCut, address, certificate }: HttpAnswer): Record<string, unknown> {
  return {
    status,
    http_version: version,
    size: body.length,
    ...(isCut && { is_cut: true }),
    address,
    ...(certificate && { certificate, certificate_expires_at: certificate.expires_at }),
  };
}
