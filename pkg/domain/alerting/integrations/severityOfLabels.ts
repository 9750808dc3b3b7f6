import type { Severity } from '../../../../src/contract/entities/ErrorLog';
import type { Labels } from '../labels/labelsKey';

/** Labels that say how bad it is, most usual first. */
const names = ['severity', 'priority', 'level'] as const;

/** What the four severities are called elsewhere. */
const words: Readonly<Record<Severity, readonly string[]>> = {
  critical: [
    'critical',
    'crit',
    'fatal',
    'emergency',
    'emerg',
    'disaster',
    'page',
    'blocker',
    'p0',
    'p1',
    'sev0',
    'sev1',
  ],
  high: ['high', 'error', 'err', 'major', 'alert', 'severe', 'p2', 'sev2'],
  medium: ['medium', 'warning', 'warn', 'moderate', 'average', 'p3', 'sev3'],
  low: ['low', 'info', 'information', 'informational', 'notice', 'minor', 'debug', 'none', 'p4', 'p5', 'sev4', 'sev5'],
};

const severityOfWord = new Map(
  Object.entries(words).flatMap(([severity, synonyms]) => synonyms.map((word) => [word, severity as Severity] as const))
);

/** How bad an alert of another system is, by its labels; medium where they do not say. */
export function severityOfLabels(labels: Labels): Severity {
  for (const name of names) {
    const severity = Object.hasOwn(labels, name)
      ? severityOfWord.get((labels[name] ?? '').trim().toLowerCase())
      : undefined;
    if (severity !== undefined) {
      return severity;
    }
  }
  return 'medium';
}
