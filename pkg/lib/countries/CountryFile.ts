import { readFile, stat } from 'node:fs/promises';
import type { Clock } from '../Clock';
import { minute } from '../duration';
import { errorCode } from '../errorCode';
import type { Logger } from '../Logger';
import { OperatorError } from '../OperatorError';
import { readCountries, type Countries } from './readCountries';

/** How soon a replaced file counts. */
const lookAgainAfterMs = minute;

export interface CountryFileOptions {
  path: string;
  /** The setting that names the file, for messages. */
  setting: string;
  clock: Clock;
  logger: Logger;
}

/**
 * The country of addresses by a MaxMind-format file, which is read into memory. Updaters replace the file while the
 * server runs: it is looked at again every minute while it is asked. Addresses are neither kept nor logged.
 */
export class CountryFile {
  readonly #options: CountryFileOptions;
  #countries: Countries;
  #version: string;
  #lookAgainAt: number;
  #underWay: Promise<void> | undefined;

  private constructor(options: CountryFileOptions, version: string, countries: Countries) {
    this.#options = options;
    this.#countries = countries;
    this.#version = version;
    this.#lookAgainAt = options.clock.now() + lookAgainAfterMs;
  }

  /** Throws OperatorError for a file that is not there, cannot be read, or is of another format. */
  static async open(options: CountryFileOptions): Promise<CountryFile> {
    const { path } = options;
    const version = await versionOf(options);
    const countries = await load(options);
    options.logger.info('countries come from a file', { path });
    return new CountryFile(options, version, countries);
  }

  /** ISO 3166 code, or undefined where the file knows none. */
  countryOf(address: string): string | undefined {
    if (this.#options.clock.now() >= this.#lookAgainAt) {
      void this.refresh();
    }
    try {
      return this.#countries(address);
    } catch {
      // A damaged record is that network's alone.
      return undefined;
    }
  }

  /** Reads the file again where it was replaced; one that cannot be read is reported and changes nothing. Never rejects. */
  refresh(): Promise<void> {
    this.#lookAgainAt = this.#options.clock.now() + lookAgainAfterMs;
    this.#underWay ??= this.#reload().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #reload(): Promise<void> {
    const { path, logger } = this.#options;
    try {
      const version = await versionOf(this.#options);
      if (version === this.#version) {
        return;
      }
      // Noted first: a bad file is reported once, and not every minute.
      this.#version = version;
      this.#countries = await load(this.#options);
      logger.info('the file of countries was replaced', { path });
    } catch (cause) {
      logger.warn(`${cause instanceof Error ? cause.message : 'unreadable'}; the one read before stays in use`);
    }
  }
}

async function versionOf({ path, setting }: CountryFileOptions): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch (cause) {
    throw unreadable(setting, path, cause);
  }
}

async function load({ path, setting }: CountryFileOptions): Promise<Countries> {
  let content: Buffer;
  try {
    content = await readFile(path);
  } catch (cause) {
    throw unreadable(setting, path, cause);
  }
  try {
    return readCountries(content);
  } catch (cause) {
    throw new OperatorError(`${setting}: ${path} is no MaxMind-format file (.mmdb), or it is damaged`, { cause });
  }
}

function unreadable(setting: string, path: string, cause: unknown): OperatorError {
  const why = errorCode(cause) === 'ENOENT' ? 'is not there' : `cannot be read (${errorCode(cause) ?? 'unknown'})`;
  return new OperatorError(`${setting}: ${path} ${why}`, { cause });
}
