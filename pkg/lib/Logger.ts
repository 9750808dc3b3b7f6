/** Extra facts of a log line. Never put a secret, a body or anything of a visitor here. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One line a call. How lines look (JSON, hclog) is the business of who made the logger. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** `cause` is logged as name, message and stack. */
  error(message: string, cause?: unknown, fields?: LogFields): void;
  /** The same logger under a longer name: `store`, `store.embedded`. */
  named(name: string): Logger;
}

const ignore = (): void => undefined;

/** Swallows everything; for tests and one-line commands. */
export const silentLogger: Logger = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  named: () => silentLogger,
};
