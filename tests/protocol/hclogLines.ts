/** What is wrong with lines of stderr: Grafana panics on some of it and hides the rest. Empty where all is well. */
export function faultsOf(lines: readonly string[]): string[] {
  return lines.filter((line) => !isHclog(line));
}

function isHclog(line: string): boolean {
  if (Buffer.byteLength(line) >= 65_536) {
    return false;
  }
  try {
    const entry = JSON.parse(line) as Record<string, unknown>;
    return (
      typeof entry['@message'] === 'string' &&
      ['debug', 'info', 'warn', 'error'].includes(String(entry['@level'])) &&
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(String(entry['@timestamp']))
    );
  } catch {
    return false;
  }
}
