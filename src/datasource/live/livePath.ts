/**
 * Path of the channel that counts one app, or every app. Grafana takes few characters in a path, so that other names go
 * as base64url of their UTF-8 behind a `=`; so does an app that is called "all".
 */
export function livePath(app: string | undefined): string {
  if (app === undefined) {
    return 'live/all';
  }
  return `live/${app !== 'all' && /^[\w.-]{1,100}$/.test(app) ? app : `=${base64Url(app)}`}`;
}

function base64Url(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  return btoa(bytes.join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
