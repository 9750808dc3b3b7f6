const longest = 2048;
const absolute = /^([a-z][a-z0-9+.-]{0,30}):/i;
const withoutPath = new Set(['data', 'blob', 'javascript', 'about', 'view-source', 'vbscript']);
const control = /[\u0000-\u0020]/g;

export interface CleanUrl {
  /** Origin, path and `utm_*` parameters; undefined when nothing of it may be kept. */
  url: string;
  /** Path alone, `/` for none. */
  path: string;
}

/**
 * What may be kept of a URL: origin, path and `utm_*`. Other parameters, the fragment and `user:password@` go. Relative
 * ones keep their path; `data:`, `blob:` and the like only their scheme; `file:` only the file's name, for its folders
 * tell who somebody is. Works on text: parsing would cost more than the rest of an item.
 */
export function cleanUrl(input: string): CleanUrl | undefined {
  const text = input.slice(0, longest * 4).replace(control, '');
  const scheme = absolute.exec(text)?.[1]?.toLowerCase();
  if (text === '' || (scheme !== undefined && withoutPath.has(scheme))) {
    return scheme === undefined ? undefined : { url: `${scheme}:`, path: '/' };
  }
  const [beforeHash = ''] = text.split('#', 1);
  const mark = beforeHash.indexOf('?');
  const address = mark === -1 ? beforeHash : beforeHash.slice(0, mark);
  if (scheme === 'file') {
    const name = `/${address.slice(address.lastIndexOf('/') + 1)}`;
    return { url: `file://${name}`, path: name };
  }
  const slashes = address.indexOf('//');
  const hasOrigin = slashes === 0 || (slashes > 0 && address.charAt(slashes - 1) === ':');
  const hostStart = hasOrigin ? slashes + 2 : 0;
  const pathStart = hasOrigin ? address.indexOf('/', hostStart) : scheme === undefined ? 0 : scheme.length + 1;
  const authority = hasOrigin ? address.slice(hostStart, pathStart === -1 ? undefined : pathStart) : '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const path = pathStart === -1 ? '/' : address.slice(pathStart).split(';', 1)[0] || '/';
  const origin = `${scheme === undefined ? '' : `${scheme}:`}${hasOrigin ? '//' : ''}${host}`;
  const campaign = mark === -1 ? '' : campaignOf(beforeHash.slice(mark + 1));
  return { url: `${origin}${path}${campaign}`.slice(0, longest), path: path.startsWith('/') ? path : `/${path}` };
}

function campaignOf(query: string): string {
  if (!query.includes('utm_')) {
    return '';
  }
  const kept = query.split('&').filter((parameter) => parameter.startsWith('utm_'));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}
