/**
 * The line of a failed program's output that a person can act on. Programs of PostgreSQL say it as FATAL, PANIC or
 * ERROR, the dynamic linker and initdb in their own words; the first such line counts, for later ones follow from it.
 */
export function describeFailure(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (/No space left on device/i.test(output)) {
    return 'the disk is full. Free some space and start again';
  }
  const telling = lines.filter((line) => /\b(FATAL|PANIC|ERROR|error):/.test(line));
  return (telling[0] ?? lines.at(-1) ?? 'it ended without a word').replace(/^.*?\b(FATAL|PANIC|ERROR|error):\s*/, '');
}
