/** Runs one step of the build and prints a line of what it did and how long it took. */
export async function step<T>(name: string, run: () => Promise<T> | T): Promise<T> {
  const started = Date.now();
  const result = await run();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${name} (${seconds} s)\n`);
  return result;
}
