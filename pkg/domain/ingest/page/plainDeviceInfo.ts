/** What an anonymous row may say of a device: too little to tell people apart. */
const plainKeys = ['browser', 'browser_version', 'os', 'os_version', 'device_type', 'mobile', 'language'] as const;

/** The part of a device's facts that anonymous rows keep. */
export function plainDeviceInfo(info: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const key of plainKeys) {
    if (info[key] !== undefined) {
      plain[key] = info[key];
    }
  }
  return plain;
}
