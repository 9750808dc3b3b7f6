/** What a live channel counts: one app by its name, or every app of the organisation. */
export interface LiveChannel {
  app: string | undefined;
}

/** Path of the channel that counts all apps; an app called "all" goes by its encoded form. */
const everyApp = 'all';

/**
 * Reads the path of a channel: `live/all`, `live/<name>` where the name is made of letters, digits, `_`, `-` and `.`, or
 * `live/=<name in UTF-8 as base64url>` for any other, since Grafana takes no more than these characters in a path.
 */
export function liveChannel(path: string): LiveChannel | undefined {
  const match = /^live\/(?:([\w.-]{1,100})|=([\w-]{1,540}))$/.exec(path);
  if (!match) {
    return undefined;
  }
  const [, plain, encoded] = match;
  if (plain !== undefined) {
    return { app: plain === everyApp ? undefined : plain };
  }
  return { app: Buffer.from(encoded ?? '', 'base64url').toString() };
}
