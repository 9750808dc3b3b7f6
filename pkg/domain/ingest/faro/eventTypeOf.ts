import { isJsonObject } from '../JsonObject';

/** Events of the Faro SDK by what they mean; a page load and a client-side navigation are both page views. */
const types: Readonly<Record<string, string>> = {
  page_view: 'page_view',
  pageview: 'page_view',
  'faro.performance.navigation': 'page_view',
  'faro.navigation': 'page_view',
  'faro.performance.resource': 'resource',
  'faro.user.action': 'user_action',
  user_action: 'user_action',
  click: 'user_action',
  navigation: 'navigation',
  route_change: 'navigation',
  view_changed: 'view',
  session_start: 'session',
  session_resume: 'session',
  session_extend: 'session',
  service_name_override: 'session',
  securitypolicyviolation: 'security',
  error: 'error',
};

/** Column `event_type` of a Faro event: `custom` for names of the app's own, `user_action` inside a user's action. */
export function eventTypeOf(name: string, action: unknown): string {
  if (Object.hasOwn(types, name)) {
    return types[name] ?? 'custom';
  }
  if (name.startsWith('faro.tracing.')) {
    return 'request';
  }
  return isJsonObject(action) ? 'user_action' : 'custom';
}
