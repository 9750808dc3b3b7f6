import { defaultRateLimitNumbers } from './defaultRateLimitNumbers';
import { isWantedField } from '../../../contract/isWantedField';
import { optionalFields } from '../../../contract/optionalFields';
import { originPattern } from '../../../contract/originPattern';
import type { App, CreateApp } from '../../../contract/resources/apps';

/** An app as the form holds it: what a person typed, right or not. */
export interface AppDraft {
  name: string;
  /** One origin a line. */
  origins: string;
  consent_mode: App['consent_mode'];
  without_consent: App['without_consent'];
  trust_client_critical: boolean;
  /** One pattern a line. */
  routes: string;
  someFields: boolean;
  /** One field a line. */
  fields: string;
  limited: boolean;
  requestsPerSecond: string;
  burst: string;
}

/** What the form sends; severity rules have a form of their own. */
export type AppSettings = Required<Omit<CreateApp, 'severity_rules'>>;

/** What is wrong, by field. */
export type DraftProblems = Partial<
  Record<'name' | 'origins' | 'routes' | 'fields' | 'requestsPerSecond' | 'burst', string>
>;

export const newDraft: AppDraft = {
  name: '',
  origins: '',
  consent_mode: 'required',
  without_consent: 'anonymous',
  trust_client_critical: false,
  routes: '',
  someFields: false,
  fields: '',
  limited: true,
  requestsPerSecond: String(defaultRateLimitNumbers.requests_per_second),
  burst: String(defaultRateLimitNumbers.burst),
};

/** The form's content for an app that exists. */
export function draftOf(app: App): AppDraft {
  const limit = app.rate_limit ?? defaultRateLimitNumbers;
  return {
    name: app.name,
    origins: app.allowed_origins.join('\n'),
    consent_mode: app.consent_mode,
    without_consent: app.without_consent,
    trust_client_critical: app.trust_client_critical,
    routes: app.routes.join('\n'),
    someFields: app.fields !== null,
    fields: app.fields?.join('\n') ?? '',
    limited: app.rate_limit !== null,
    requestsPerSecond: String(limit.requests_per_second),
    burst: String(limit.burst),
  };
}

const wordsOf = (text: string): string[] => [...new Set(text.split(/[\s,]+/).filter((word) => word !== ''))];
const originsOf = (text: string): string[] => wordsOf(text.replace(/\/+(?=[\s,]|$)/g, ''));

const origin = new RegExp(originPattern);

/** Why the draft cannot be saved; empty when it can. */
export function problemsOf(draft: AppDraft): DraftProblems {
  const problems: DraftProblems = {};
  if (draft.name.trim() === '') {
    problems.name = 'Give the app a name.';
  } else if (draft.name.trim().length > 100) {
    problems.name = 'At most 100 characters.';
  }
  const wrong = originsOf(draft.origins).find((text) => !origin.test(text));
  if (wrong !== undefined) {
    problems.origins = `“${wrong}” is not an origin. Write scheme and host, such as https://shop.example.`;
  }
  const route = wordsOf(draft.routes).find((pattern) => !/^\/[^?#]{0,254}$/.test(pattern));
  if (route !== undefined) {
    problems.routes = `“${route}” is no pattern of a path. Write /shop/:category/:product.`;
  }
  const field = wordsOf(draft.fields).find((name) => !isWantedField(name));
  if (draft.someFields && field !== undefined) {
    problems.fields = `There is no field “${field}”. Columns: ${optionalFields.join(', ')}; attributes: event_data.name.`;
  }
  if (draft.limited && !(Number(draft.requestsPerSecond) > 0 && Number(draft.requestsPerSecond) <= 1_000_000)) {
    problems.requestsPerSecond = 'A number above 0, at most 1,000,000.';
  }
  if (draft.limited && !(Number.isInteger(Number(draft.burst)) && Number(draft.burst) >= 1)) {
    problems.burst = 'A whole number from 1.';
  }
  return problems;
}

/** What is sent for a draft without problems. */
export function appOf(draft: AppDraft): AppSettings {
  return {
    name: draft.name.trim(),
    allowed_origins: originsOf(draft.origins),
    consent_mode: draft.consent_mode,
    without_consent: draft.without_consent,
    trust_client_critical: draft.trust_client_critical,
    routes: wordsOf(draft.routes),
    fields: draft.someFields ? wordsOf(draft.fields) : null,
    rate_limit: draft.limited
      ? { requests_per_second: Number(draft.requestsPerSecond), burst: Number(draft.burst) }
      : null,
  };
}
