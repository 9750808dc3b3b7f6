import { createHash } from 'node:crypto';
import Bowser from 'bowser';
import { isbot } from 'isbot';
import type { Device } from '../rows';
import { readClientHints, type HintedFacts } from './clientHints';
import { plainDeviceInfo } from './plainDeviceInfo';

/** What a user agent says of itself. */
export interface UserAgentFacts {
  /** What these facts were read from. */
  key: string;
  browser: string | undefined;
  browser_version: string | undefined;
  os: string | undefined;
  os_version: string | undefined;
  device_type: string | undefined;
  /** Only client hints say it. */
  device_model: string | undefined;
  isBot: boolean;
}

export interface DevicePair {
  device: Device | null;
  plainDevice: Device | null;
}

const longestUserAgent = 1024;
const nothing: UserAgentFacts = {
  key: '',
  browser: undefined,
  browser_version: undefined,
  os: undefined,
  os_version: undefined,
  device_type: undefined,
  device_model: undefined,
  isBot: false,
};

/**
 * Reads user agents and names devices. Both repeat from request to request and are dear to work out, so answers are
 * remembered; the memory is bounded, for both come from outside.
 */
export class DeviceReader {
  private readonly agents = new Map<string, UserAgentFacts>();
  /** Apart from the others: a user agent that a page names may hold what separates hints. */
  private readonly hinted = new Map<string, UserAgentFacts>();
  private readonly devices = new Map<string, Device>();
  private readonly pairs = new Map<string, DevicePair>();
  private readonly most: number;

  constructor(most = 2000) {
    this.most = most;
  }

  /** Browser, system, form factor, and whether it is a bot. Client hints, joined, come before the user agent's words. */
  userAgent(text: string | undefined, hints?: string): UserAgentFacts {
    const userAgent = text?.slice(0, longestUserAgent) ?? '';
    if (hints !== undefined) {
      return this.remember(this.hinted, `${userAgent}\n${hints}`, () =>
        withHints(this.userAgent(userAgent), readClientHints(hints), hints)
      );
    }
    return userAgent === '' ? nothing : this.remember(this.agents, userAgent, () => factsOf(userAgent));
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

/** The facts of a user agent under the names that devices have. */
export function agentInfo({ key: _key, isBot: _isBot, ...facts }: UserAgentFacts): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function factsOf(userAgent: string): UserAgentFacts {
  const { browser, os, platform } = Bowser.parse(userAgent);
  return {
    key: userAgent,
    browser: browser.name || undefined,
    browser_version: browser.version || undefined,
    os: os.name || undefined,
    os_version: os.version || undefined,
    device_type: platform.type || undefined,
    device_model: undefined,
    isBot: isbot(userAgent),
  };
}

/** A major version is kept as the user agent spells it, so that one browser has one version. */
function withHints(agent: UserAgentFacts, hints: HintedFacts, joined: string): UserAgentFacts {
  const { browser_version: version = agent.browser_version } = hints;
  const isSame = agent.browser_version?.startsWith(`${version}.`) === true;
  return {
    key: `${agent.key}\n${joined}`,
    browser: hints.browser ?? agent.browser,
    browser_version: isSame ? agent.browser_version : version,
    os: hints.os ?? agent.os,
    os_version: hints.os_version ?? (hints.os === undefined || hints.os === agent.os ? agent.os_version : undefined),
    device_type: hints.mobile === true && agent.device_type !== 'tablet' ? 'mobile' : agent.device_type,
    device_model: hints.model,
    isBot: agent.isBot,
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest().readBigInt64BE(0).toString();
}
