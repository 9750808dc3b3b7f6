/** Where to send to: a whole address, or the server's address and an app key. */
export interface Destination {
  /** Address of the ingest listener, such as `https://collect.example.com`. */
  url?: string;
  /** The app key: 32 hexadecimal digits. */
  key?: string;
  /** Instead of both: the whole address, such as `https://collect.example.com/collect/<key>`. */
  collectUrl?: string;
}

/** The whole address. Throws where neither form is complete. */
export function collectUrlOf({ url, key, collectUrl }: Destination): string {
  if (collectUrl) {
    return collectUrl;
  }
  if (!url || !key) {
    throw new Error('Seamark needs collectUrl, or url and key');
  }
  return `${url.replace(/\/+$/, '')}/collect/${key}`;
}
