import { isIP } from 'node:net';
import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import { kindOf } from '../../../../src/contract/health/kinds/kinds';
import type { CheckSecrets } from '../../../../src/contract/health/secrets';
import { second } from '../../../lib/duration';
import type { AddressGuard } from '../../../lib/outbound/AddressGuard';
import { checkAssertions } from '../assertions/checkAssertions';
import { readBeats } from '../heartbeats/readBeats';
import type { CheckSettingsOf } from './checkDefaults';
import { CheckProblem } from './CheckProblem';
import { checkSecrets } from './checkSecrets';
import { type KnownSettings, readCheckSettings } from './readCheckSettings';
import { targetOf } from './targetOf';

/** What only other parts of the program know. */
export interface CheckRules {
  guard: AddressGuard;
  /** What is wrong with a query of a derived check, or undefined. */
  complaintAboutQuery(query: ConditionQuery): string | undefined;
}

/**
 * Reads a check's settings and checks it as a whole. Throws CheckProblem for the first thing that is wrong.
 * @param secrets which of them it has, by their names
 */
export function checkHealthCheck(
  check: CheckSettingsOf,
  secrets: ReadonlyArray<keyof CheckSecrets>,
  rules: CheckRules
): KnownSettings {
  const known = readCheckSettings(check.kind, check.settings);
  checkUrls(known);
  checkTarget(known, rules.guard);
  checkSecrets(known, secrets);
  checkAssertions(check.kind, check.assertions);
  if (check.timeout_ms >= check.interval_seconds * second) {
    throw new CheckProblem('timeout_ms', 'must be shorter than "interval_seconds": probes of one check do not overlap');
  }
  if (known.kind === 'heartbeat') {
    readBeats(known.settings);
  }
  if (known.kind === 'derived') {
    checkDerived(known.settings, rules);
  }
  return known;
}

function checkUrls({ kind, settings }: KnownSettings): void {
  const { fields } = kindOf(kind);
  for (const [name, value] of Object.entries(settings)) {
    if (fields[name]?.type === 'url') {
      checkUrl(`settings.${name}`, String(value));
    }
  }
}

function checkUrl(field: string, url: string): void {
  if (!URL.canParse(url)) {
    throw new CheckProblem(field, 'is not an address: write it as https://host[:port]/path');
  }
  const { username, password } = new URL(url);
  if (username !== '' || password !== '') {
    throw new CheckProblem(field, 'must not hold a user or password: use "auth" and "secrets.authorization"');
  }
}

function checkTarget(known: KnownSettings, guard: AddressGuard): void {
  const target = targetOf(known);
  if (target === null) {
    return;
  }
  const { field, host } = target;
  if (host.includes('/') || host.startsWith('@')) {
    throw new CheckProblem(field, 'must be the name or address of a machine: a socket in the file system is no target');
  }
  const bare = host.replace(/^\[|\]$/g, '');
  const complaint = isIP(bare.replace(/%.*$/, '')) === 0 ? undefined : guard.complaint(bare);
  if (complaint !== undefined) {
    throw new CheckProblem(field, `is refused: ${complaint}`);
  }
}

function checkDerived(
  { query, degraded_above: degraded, down_above: down }: Extract<KnownSettings, { kind: 'derived' }>['settings'],
  rules: CheckRules
): void {
  const complaint = rules.complaintAboutQuery(query);
  if (complaint !== undefined) {
    throw new CheckProblem('settings.query', complaint);
  }
  if (degraded === undefined && down === undefined) {
    throw new CheckProblem(
      'settings.down_above',
      'or "degraded_above" is needed: from which value on it is not healthy'
    );
  }
  if (degraded !== undefined && down !== undefined && degraded > down) {
    throw new CheckProblem('settings.degraded_above', 'must not be above "down_above"');
  }
}
