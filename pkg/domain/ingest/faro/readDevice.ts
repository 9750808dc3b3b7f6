import { objectAt, textAt, type JsonObject } from '../JsonObject';
import type { UserAgentFacts } from '../page/DeviceReader';

const systemAndVersion = /^(.{1,60}?) v?(\d[\w.]{0,30})$/;

/**
 * Browser, system and device of a payload: what `meta` says explicitly comes before what the user agent says. Takes the
 * parts that it reads out of `meta`, which must have been cleaned before.
 */
export function takeDevice(meta: JsonObject, agent: UserAgentFacts): JsonObject {
  const browser = objectAt(meta, 'browser');
  const device = objectAt(meta, 'device');
  const os = objectAt(meta, 'os');
  const sdk = objectAt(meta, 'sdk');
  const [system, systemVersion] = systemOf(known(browser, 'os'));
  const info: JsonObject = {};
  put(info, 'browser', known(browser, 'name') ?? agent.browser);
  put(info, 'browser_version', known(browser, 'version') ?? agent.browser_version);
  put(info, 'os', known(os, 'name') ?? system ?? agent.os);
  put(info, 'os_version', known(os, 'version') ?? systemVersion ?? agent.os_version);
  put(info, 'device_type', known(device, 'type') ?? formFactor(browser.mobile, agent.device_type));
  put(info, 'mobile', browser.mobile);
  put(info, 'language', known(browser, 'language'));
  put(info, 'brands', browser.brands === 'unknown' ? undefined : browser.brands);
  for (const key of Object.keys(device)) {
    put(info, key === 'type' ? 'device_type' : `device_${key}`, device[key]);
  }
  put(info, 'os_build_id', os.build_id);
  put(info, 'os_detail', os.detail);
  put(info, 'sdk_name', sdk.name);
  put(info, 'sdk_version', sdk.version);
  put(info, 'sdk_integrations', sdk.integrations);
  delete meta.browser;
  delete meta.device;
  delete meta.os;
  delete meta.sdk;
  // Differs from window to window: kept with the row, so that devices stay few.
  const { viewportWidth, viewportHeight } = browser;
  if (viewportWidth !== undefined || viewportHeight !== undefined) {
    meta.viewport = { width: viewportWidth, height: viewportHeight };
  }
  return info;
}

function put(info: JsonObject, key: string, value: unknown): void {
  if (value !== undefined && value !== null && value !== '') {
    info[key] = value;
  }
}

/** SDKs write `unknown` where they do not know. */
function known(holder: JsonObject, key: string): string | undefined {
  const text = textAt(holder, key);
  return text === 'unknown' ? undefined : text;
}

function systemOf(text: string | undefined): [name: string | undefined, version: string | undefined] {
  const bare = text?.replace(/ unknown$/, '');
  const match = bare === undefined ? null : systemAndVersion.exec(bare);
  return match === null ? [bare, undefined] : [match[1], match[2]];
}

function formFactor(mobile: unknown, fromAgent: string | undefined): string | undefined {
  return mobile === true
    ? fromAgent === 'tablet'
      ? 'tablet'
      : 'mobile'
    : (fromAgent ?? (mobile === false ? 'desktop' : undefined));
}
