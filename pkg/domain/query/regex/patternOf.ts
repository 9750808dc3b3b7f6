import { RE2JS } from 're2js';
import { QueryError } from '../QueryRunner';
import { UnsupportedPattern } from './PatternReader';
import { translatePattern } from './translatePattern';

/** Characters of the longest pattern. */
const longestPattern = 1000;

/**
 * A filter's regular expression in PostgreSQL's syntax. RE2 decides what is one, so that back references and
 * look-around, whose matching can take for ever, never reach the database; the rest PostgreSQL matches by a DFA in its
 * own process, under the statement's time limit (ADR 0030). Throws QueryError.
 */
export function patternOf(pattern: string, fieldName: string): string {
  if (pattern.length > longestPattern) {
    throw new QueryError(`The regular expression on ${fieldName} is longer than ${longestPattern} characters`);
  }
  try {
    RE2JS.compile(pattern);
    return translatePattern(pattern);
  } catch (error) {
    if (error instanceof UnsupportedPattern) {
      throw new QueryError(`In the regular expression on ${fieldName}, this is not supported: ${error.message}`);
    }
    const reason = error instanceof Error ? error.message : 'it cannot be read';
    throw new QueryError(`The filter on ${fieldName} is not a regular expression (RE2 syntax): ${reason}`, 400, {
      cause: error,
    });
  }
}
