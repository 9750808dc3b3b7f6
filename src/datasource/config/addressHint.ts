/** What is wrong with a server's address, or undefined. An empty one is not wrong yet, only missing. */
export function addressHint(address: string): string | undefined {
  if (address === '') {
    return 'Where the server listens, as in http://seamark:8028.';
  }
  const url = parsed(address);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    return 'An address begins with http:// or https://.';
  }
  if (url.username || url.password) {
    return 'Leave user and password out of the address; the token takes their place.';
  }
  return undefined;
}

function parsed(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
