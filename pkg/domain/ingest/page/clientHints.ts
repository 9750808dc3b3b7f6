/** Headers by which Chromium says what its user agent no longer does, in the order in which a reception joins them. */
export const clientHintHeaders = [
  'sec-ch-ua',
  'sec-ch-ua-full-version-list',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
  'sec-ch-ua-platform-version',
  'sec-ch-ua-model',
] as const;

/** What the hints of a request say; undefined where they say nothing. */
export interface HintedFacts {
  browser: string | undefined;
  /** Major version, or all of it where the browser was asked. */
  browser_version: string | undefined;
  os: string | undefined;
  os_version: string | undefined;
  mobile: boolean | undefined;
  model: string | undefined;
}

const separator = '\n';
const longest = 512;

/** The hints of a request as one text, by which answers are remembered; undefined where there are none. */
export function joinClientHints(headers: Readonly<Record<string, string | string[] | undefined>>): string | undefined {
  // Every browser that sends hints sends this one.
  if (headers['sec-ch-ua'] === undefined) {
    return undefined;
  }
  return clientHintHeaders.map((name) => String(headers[name] ?? '').slice(0, longest)).join(separator);
}

/** The hints that belong to a user agent: those of the request only where the request is that browser's own. */
export function hintsFor(
  { userAgent, clientHints }: { userAgent: string | undefined; clientHints: string | undefined },
  spoken: string | undefined
): string | undefined {
  return spoken === userAgent ? clientHints : undefined;
}

/** Reads joined hints. What is malformed says nothing. */
export function readClientHints(joined: string): HintedFacts {
  const [brands = '', fullVersions = '', mobile, platform = '', platformVersion = '', model = ''] =
    joined.split(separator);
  const brand = brandOf(brands);
  const full = brand && brandsIn(fullVersions).find(({ name }) => name === brand.name)?.version;
  const os = textOf(platform);
  return {
    browser: brand && (ourNames[brand.name] ?? brand.name),
    browser_version: full ?? brand?.version,
    os: os === 'Unknown' ? undefined : os,
    os_version: os === undefined ? undefined : systemVersion(os, textOf(platformVersion)),
    mobile: mobile === '?1' ? true : mobile === '?0' ? false : undefined,
    model: textOf(model),
  };
}

/** As user agents are read, so that one browser has one name. */
const ourNames: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  'Google Chrome': 'Chrome',
  'Android WebView': 'Chrome',
});

interface Brand {
  name: string;
  version: string;
}

function brandsIn(list: string): Brand[] {
  return [...list.matchAll(/"([^"\\]{1,64})"\s*;\s*v="([\d.]{1,32})"/g)].map(([, name = '', version = '']) => ({
    name,
    version,
  }));
}

/** Browsers mix in a brand that is none (`Not/A)Brand`), and name the engine beside themselves. */
function brandOf(list: string): Brand | undefined {
  const brands = brandsIn(list).filter(({ name }) => !/^\W?not\W?a?\W?brand\W?$/i.test(name));
  return brands.find(({ name }) => name !== 'Chromium') ?? brands[0];
}

function textOf(quoted: string): string | undefined {
  return /^"([^"\\]{1,64})"$/.exec(quoted.trim())?.[1];
}

/** Windows counts its own way: 13 and above is Windows 11 (learn.microsoft.com, "Detect Windows 11 using client hints"). */
function systemVersion(os: string, version: string | undefined): string | undefined {
  if (version === undefined || !/^\d[\d.]*$/.test(version)) {
    return undefined;
  }
  if (os === 'Windows') {
    const major = Number.parseInt(version, 10);
    return major >= 13 ? '11' : major > 0 ? '10' : undefined;
  }
  return version.replace(/(?:\.0)+$/, '');
}
