const deepest = 5;

/** An error as one text, name and message first, then the stack, then the same of what caused it, five deep. */
export function describeCause(cause: unknown): { error: string; stack: string | undefined } {
  const chain: Error[] = [];
  for (let next = cause; next instanceof Error && chain.length < deepest && !chain.includes(next); next = next.cause) {
    chain.push(next);
  }
  if (chain.length === 0) {
    return { error: text(cause), stack: undefined };
  }
  return {
    error: chain.map((each) => `${text(each.name)}: ${text(each.message)}`).join(' ← '),
    stack: chain.map((each) => text(each.stack ?? '')).join('\ncaused by: '),
  };
}

function text(value: unknown): string {
  try {
    return String(value);
  } catch {
    return '(unprintable)';
  }
}
