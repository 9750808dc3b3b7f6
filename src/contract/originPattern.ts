/**
 * An origin that may write for an app: `*`, or scheme, host and port and nothing more, as a browser sends it;
 * `https://*.shop.example` is none.
 */
export const originPattern =
  '^(?:\\*|[A-Za-z][A-Za-z0-9+.-]*://(?:\\[[0-9A-Fa-f:.]+\\]|[^/?#@:*\\s]+)(?::[0-9]{1,5})?/?)$';
