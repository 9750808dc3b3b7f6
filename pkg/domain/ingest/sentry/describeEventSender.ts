import { isJsonObject, objectAt, textAt, type JsonObject } from '../JsonObject';
import type { Intake } from '../intake/Intake';
import { describeSender, type ItemSender } from '../intake/ItemSender';

const identifying = ['id', 'email', 'username', 'name', 'ip_address'] as const;

/**
 * Reads who sent an event or transaction, and takes out of it what must not be stored as it is: the user, whose
 * addresses and names are neither, and the request, of which page, referrer and user agent remain.
 */
export function describeEventSender(intake: Intake, event: JsonObject): ItemSender & { referrer: string | undefined } {
  const user = objectAt(event, 'user');
  const request = objectAt(event, 'request');
  const contexts = objectAt(event, 'contexts');
  const tags = objectAt(event, 'tags');
  const clear = identifying.flatMap((key) => {
    const value = typeof user[key] === 'number' ? String(user[key]) : textAt(user, key);
    return value === undefined || value === '{{auto}}' ? [] : [[key, value] as const];
  });
  const known = Object.fromEntries(clear) as Partial<Record<(typeof identifying)[number], string>>;
  event.user = event.request = undefined;
  const sender = describeSender(intake, {
    externalId: known.id ?? known.username ?? known.email,
    email: known.email,
    name: known.name ?? known.username,
    literals: clear.map(([, value]) => value),
    sessionId: tags.session_id ?? intake.reception.sessionId,
    url: textAt(request, 'url') ?? textAt(tags, 'url'),
    route: routeOf(event),
    environment: textAt(event, 'environment'),
    release: textAt(event, 'release'),
    country: textAt(objectAt(user, 'geo'), 'country_code'),
    device: deviceOf(contexts, objectAt(event, 'sdk')),
    userAgent: headerOf(request, 'user-agent'),
  });
  return { ...sender, referrer: headerOf(request, 'referer') };
}

/** A name that a router gave, such as `/orders/:id`; one made of the address says nothing that the address does not. */
function routeOf(event: JsonObject): string | undefined {
  const name = textAt(event, 'transaction');
  const source = textAt(objectAt(event, 'transaction_info'), 'source');
  return source === 'route' && name?.startsWith('/') === true ? name : undefined;
}

function headerOf(request: JsonObject, wanted: string): string | undefined {
  const headers = objectAt(request, 'headers');
  const name = Object.keys(headers).find((key) => key.toLowerCase() === wanted);
  return name === undefined ? undefined : textAt(headers, name);
}

function deviceOf(contexts: JsonObject, sdk: JsonObject): JsonObject {
  const { browser, os, device, culture } = {
    browser: objectAt(contexts, 'browser'),
    os: objectAt(contexts, 'os'),
    device: objectAt(contexts, 'device'),
    culture: objectAt(contexts, 'culture'),
  };
  for (const key of ['browser', 'os', 'device', 'culture']) {
    if (isJsonObject(contexts[key])) {
      contexts[key] = undefined;
    }
  }
  return {
    browser: textAt(browser, 'name'),
    browser_version: textAt(browser, 'version'),
    os: textAt(os, 'name'),
    os_version: textAt(os, 'version'),
    device_type: textAt(device, 'type'),
    device_family: textAt(device, 'family'),
    device_model: textAt(device, 'model'),
    language: textAt(culture, 'locale'),
    sdk_name: textAt(sdk, 'name'),
    sdk_version: textAt(sdk, 'version'),
  };
}
