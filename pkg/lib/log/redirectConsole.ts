import { format } from 'node:util';
import type { Logger } from '../Logger';

const levels = {
  debug: 'debug',
  trace: 'debug',
  log: 'info',
  info: 'info',
  dir: 'info',
  table: 'info',
  warn: 'warn',
  error: 'error',
} as const;

/** Where unasked output comes from: the globals of Node, or stand-ins in tests. */
export interface ConsoleAndWarnings {
  console: Console;
  process: Pick<NodeJS.EventEmitter, 'on' | 'listeners' | 'removeListener' | 'removeAllListeners'>;
}

/**
 * Sends what libraries print (`console.*`) and what Node itself warns about to the logger, so that nothing reaches stdout
 * or stderr in another shape. Returns the way back.
 */
export function redirectConsole(logger: Logger, from: ConsoleAndWarnings = globalThis): () => void {
  const { console: target, process: warner } = from;
  const before: Array<() => void> = [];
  for (const [method, level] of Object.entries(levels) as Array<
    [keyof typeof levels, (typeof levels)['log' | 'warn']]
  >) {
    const original = target[method];
    target[method] = (...values: unknown[]) => logger[level](formatSafely(values));
    before.push(() => {
      target[method] = original as typeof target.log;
    });
  }
  const warnings = warner.listeners('warning');
  const onWarning = (warning: Error) => logger.warn(`${warning.name}: ${warning.message}`);
  warner.removeAllListeners('warning');
  warner.on('warning', onWarning);
  return () => {
    before.forEach((restore) => restore());
    warner.removeListener('warning', onWarning);
    warnings.forEach((listener) => warner.on('warning', listener as (warning: Error) => void));
  };
}

function formatSafely(values: readonly unknown[]): string {
  try {
    return format(...values);
  } catch {
    return '(unprintable)';
  }
}
