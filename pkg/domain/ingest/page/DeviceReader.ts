import { createHash } from 'node:crypto';
import Bowser from 'bowser';
import { isbot } from 'isbot';
import type { Device } from '../rows';
import { plainDeviceInfo } from './plainDeviceInfo';

/** What a user agent says of itself. */
export interface UserAgentFacts {
  browser: string | undefined;
  browser_version: string | undefined;
  os: string | undefined;
  os_version: string | undefined;
  device_type: string | undefined;
  isBot: boolean;
}

export interface DevicePair {
  device: Device | null;
  plainDevice: Device | null;
}

const longestUserAgent = 1024;
const nothing: UserAgentFacts = {
  browser: undefined,
  browser_version: undefined,
  os: undefined,
  os_version: undefined,
  device_type: undefined,
  isBot: false,
};

/**
 * Reads user agents and names devices. Both repeat from request to request and are dear to work out, so answers are
 * remembered; the memory is bounded, for both come from outside.
 */
export class DeviceReader {
  private readonly agents = new Map<string, UserAgentFacts>();
  private readonly devices = new Map<string, Device>();
  private readonly pairs = new Map<string, DevicePair>();
  private readonly most: number;

  constructor(most = 2000) {
    this.most = most;
  }

  /** Browser, system, form factor, and whether it is a bot. */
  userAgent(text: string | undefined): UserAgentFacts {
    if (text === undefined || text === '') {
      return nothing;
    }
    const userAgent = text.slice(0, longestUserAgent);
    return this.remember(this.agents, userAgent, () => factsOf(userAgent));
  }

  /** The device with these facts, or null when nothing is known. `info` must be free of persons. */
  device(info: Record<string, unknown>): Device | null {
    const text = JSON.stringify(info);
    return text === '{}' ? null : this.remember(this.devices, text, () => ({ id: hashOf(text), info }));
  }

  /** Both forms of a device, remembered under `key`, whatever `describe` needs to find them out. */
  pair(key: string, describe: () => Record<string, unknown>): DevicePair {
    return this.remember(this.pairs, key, () => this.pairOf(describe()));
  }

  /** A device as rows with consent name it, and as anonymous rows do. */
  pairOf(info: Record<string, unknown>): DevicePair {
    return { device: this.device(info), plainDevice: this.device(plainDeviceInfo(info)) };
  }

  private remember<T>(memory: Map<string, T>, key: string, make: () => T): T {
    const known = memory.get(key);
    if (known !== undefined) {
      return known;
    }
    if (memory.size >= this.most) {
      memory.clear();
    }
    const made = make();
    memory.set(key, made);
    return made;
  }
}

function factsOf(userAgent: string): UserAgentFacts {
  const { browser, os, platform } = Bowser.parse(userAgent);
  return {
    browser: browser.name || undefined,
    browser_version: browser.version || undefined,
    os: os.name || undefined,
    os_version: os.version || undefined,
    device_type: platform.type || undefined,
    isBot: isbot(userAgent),
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest().readBigInt64BE(0).toString();
}
