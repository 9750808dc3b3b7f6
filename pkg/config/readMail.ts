import { OperatorError } from '../lib/OperatorError';
import type { Config } from './Config';
import { readSetting, type Environment, type Setting } from './settings';

/** The mail server's settings; undefined where neither is set. One without the other stops the start. */
export function readMail(env: Environment): Config['mail'] {
  const url = readSetting(env, 'SMTP_URL');
  const from = readSetting(env, 'MAIL_FROM');
  if (!url && !from) {
    return undefined;
  }
  if (!url || !from) {
    const [set, other] = url ? [url, 'SEAMARK_MAIL_FROM'] : [from, 'SEAMARK_SMTP_URL'];
    throw new OperatorError(`${set?.source ?? ''} is set without ${other}: mail needs both`);
  }
  return Object.freeze({ url: checkUrl(url), from: checkFrom(from) });
}

function checkUrl({ value, source }: Setting): string {
  if (!/^smtps?:\/\/[^/]/.test(value) || !URL.canParse(value)) {
    throw new OperatorError(
      `${source} is not a mail server: write smtp://user:password@host:587, or smtps:// for port 465`
    );
  }
  return value;
}

function checkFrom({ value, source }: Setting): string {
  if (!/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value)) {
    throw new OperatorError(`${source} is not an address: write alerts@shop.example or Seamark <alerts@shop.example>`);
  }
  return value;
}
