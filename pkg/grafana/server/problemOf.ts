/** The message of the error shape that every listener answers with, or undefined where the body is something else. */
export function problemOf(body: Buffer): string | undefined {
  try {
    const parsed = JSON.parse(body.toString()) as { error?: { message?: unknown } } | null;
    const message = parsed?.error?.message;
    return typeof message === 'string' && message !== '' ? message : undefined;
  } catch {
    return undefined;
  }
}

/** The error shape of `src/contract/problem.ts` as bytes. */
export function problemBody(code: string, message: string): Buffer {
  return Buffer.from(JSON.stringify({ error: { code, message } }));
}
