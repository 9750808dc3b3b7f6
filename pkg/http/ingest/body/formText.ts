/** JSON inside a form, as `sendBeacon` sends it; undefined when there is none. */
export function formText(type: string, boundary: string | undefined, body: string): string | undefined {
  const bare = body.trimStart();
  if (bare.startsWith('{')) {
    return bare;
  }
  return type === 'multipart/form-data' ? multipartText(boundary, body) : urlencodedText(bare);
}

function urlencodedText(body: string): string | undefined {
  for (const [name, value] of new URLSearchParams(body)) {
    const json = [value, name].find((text) => text.trimStart().startsWith('{'));
    if (json !== undefined) {
      return json;
    }
  }
  return undefined;
}

/** The first part whose content looks like a JSON object. */
function multipartText(boundary: string | undefined, body: string): string | undefined {
  if (boundary === undefined || boundary === '') {
    return undefined;
  }
  const marker = `--${boundary}`;
  let start = body.indexOf(marker);
  while (start !== -1) {
    const end = body.indexOf(`\r\n${marker}`, start + marker.length);
    const content = body.indexOf('\r\n\r\n', start);
    if (end === -1 || content === -1 || content > end) {
      return undefined;
    }
    const text = body.slice(content + 4, end);
    if (text.trimStart().startsWith('{')) {
      return text;
    }
    start = end + 2;
  }
  return undefined;
}
