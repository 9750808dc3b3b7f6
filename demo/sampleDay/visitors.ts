import type { Random } from './random';

/** A kind of visitor: what the browser says of itself, and how much slower than the fastest it is. */
export interface Visitor {
  browser: { name: string; version: string; os: string; mobile: boolean; userAgent: string; language: string };
  /** ISO 3166-1 alpha-2. */
  country: string;
  slowness: number;
}

const agent = (rest: string): string => `Mozilla/5.0 (${rest}`;

const kinds: ReadonlyArray<readonly [Visitor, number]> = [
  [
    {
      browser: {
        name: 'Chrome',
        version: '142.0.0.0',
        os: 'Windows 10',
        mobile: false,
        userAgent: agent(
          'Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
        ),
        language: 'en-US',
      },
      country: 'US',
      slowness: 1,
    },
    40,
  ],
  [
    {
      browser: {
        name: 'Mobile Safari',
        version: '26.1',
        os: 'iOS 26.1',
        mobile: true,
        userAgent: agent(
          'iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1'
        ),
        language: 'de-DE',
      },
      country: 'DE',
      slowness: 1.25,
    },
    24,
  ],
  [
    {
      browser: {
        name: 'Mobile Chrome',
        version: '142.0.0.0',
        os: 'Android 16',
        mobile: true,
        userAgent: agent(
          'Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'
        ),
        language: 'fr-FR',
      },
      country: 'FR',
      slowness: 1.7,
    },
    20,
  ],
  [
    {
      browser: {
        name: 'Firefox',
        version: '145.0',
        os: 'Linux',
        mobile: false,
        userAgent: agent('X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'),
        language: 'en-GB',
      },
      country: 'GB',
      slowness: 1.1,
    },
    9,
  ],
  [
    {
      browser: {
        name: 'Edge',
        version: '142.0.0.0',
        os: 'Windows 11',
        mobile: false,
        userAgent: agent(
          'Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0'
        ),
        language: 'nl-NL',
      },
      country: 'NL',
      slowness: 1.05,
    },
    7,
  ],
];

export function someVisitor(random: Random): Visitor {
  return random.pick(kinds);
}
