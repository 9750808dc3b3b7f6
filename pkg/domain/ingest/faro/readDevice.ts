import { objectAt, textAt, type JsonObject } from '../JsonObject';
import type { UserAgentFacts } from '../page/DeviceReader';

const systemAndVersion = /^(.{1,60}?) v?(\d[\w.]{0,30})$/;

/** The parts of `meta` that say with what a page was seen. */
export interface DeviceParts extends JsonObject {
  browser: JsonObject;
  device: JsonObject;
  os: JsonObject;
  sdk: JsonObject;
}

/**
 * Takes the parts about the device out of `meta`. The size of the window stays there: it differs from window to window,
 * and devices must stay few.
 */
export function takeDeviceParts(meta: JsonObject): DeviceParts {
  const parts = {
    browser: objectAt(meta, 'browser'),
    device: objectAt(meta, 'device'),
    os: objectAt(meta, 'os'),
    sdk: objectAt(meta, 'sdk'),
  };
  const { viewportWidth: width, viewportHeight: height } = parts.browser;
  if (width !== undefined || height !== undefined) {
    parts.browser.viewportWidth = undefined;
    parts.browser.viewportHeight = undefined;
    meta.viewport = { width, height };
  }
  meta.browser = meta.device = meta.os = meta.sdk = undefined;
  return parts;
}

/** Browser, system and device: what `meta` says explicitly comes before what the user agent says. Parts must be clean. */
export function deviceInfo({ browser, device, os, sdk }: DeviceParts, agent: UserAgentFacts): JsonObject {
  const [system, systemVersion] = systemOf(known(browser, 'os'));
  const info: JsonObject = {};
  put(info, 'browser', known(browser, 'name') ?? agent.browser);
  put(info, 'browser_version', known(browser, 'version') ?? agent.browser_version);
  put(info, 'os', known(os, 'name') ?? system ?? agent.os);
  put(info, 'os_version', known(os, 'version') ?? systemVersion ?? agent.os_version);
  put(info, 'device_type', known(device, 'type') ?? formFactor(browser.mobile, agent.device_type));
  put(info, 'mobile', browser.mobile);
  put(info, 'device_model', agent.device_model);
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
