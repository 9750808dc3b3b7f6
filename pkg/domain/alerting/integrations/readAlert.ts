import type { Labels } from '../labels/labelsKey';
import type { ExternalAlert } from './ExternalAlert';
import { severityOfLabels } from './severityOfLabels';

/** A zero byte, or half of a character that takes two. */
const unstorable = /\0|\p{Surrogate}/u;
const longestTitle = 512;
const longestMessage = 8192;
const longestName = 255;
const longestValue = 1024;
const mostLabels = 64;
const longestLink = 2048;
const longestAnnotation = 2000;
const mostAnnotations = 20;

/** Fields that hold links, and what an instance calls them. */
const links = {
  generatorURL: 'source',
  dashboardURL: 'dashboard',
  panelURL: 'panel',
  silenceURL: 'silence',
  imageURL: 'image',
} as const;

/** One alert of a notification, or what is wrong with it. */
export function readAlert(alert: unknown, source: string): ExternalAlert | string {
  if (!isObject(alert)) {
    return 'must be an object';
  }
  const { status } = alert;
  if (status !== 'firing' && status !== 'resolved') {
    return '"status" must be firing or resolved';
  }
  const labels = readLabels(alert.labels);
  if (typeof labels === 'string') {
    return labels;
  }
  const annotations = textsOf(alert.annotations);
  return {
    status,
    labels,
    text: {
      title: titleOf(labels, annotations),
      message: messageOf(annotations, alert.valueString),
      severity: severityOfLabels(labels),
      triggered: triggeredBy(alert, annotations, source),
    },
    value: onlyValue(alert.values),
  };
}

/** They are the identity of an alert, so none is cut: two that differ at their end would be one. */
function readLabels(given: unknown): Labels | string {
  if (!isObject(given)) {
    return '"labels" must be an object';
  }
  const entries = Object.entries(given);
  if (entries.length === 0 || entries.length > mostLabels) {
    return `"labels" must have 1 to ${mostLabels}`;
  }
  const labels: Array<[string, string]> = [];
  for (const [name, value] of entries) {
    if (typeof value !== 'string') {
      return `"labels" must have texts only, and "${clip(name, 100)}" is none`;
    }
    if (name.length > longestName || value.length > longestValue) {
      return `a label is longer than ${longestName} (its name) or ${longestValue} (its value): "${clip(name, 100)}"`;
    }
    if (!isStorable(name) || !isStorable(value)) {
      return `"labels" has characters that no database can store`;
    }
    labels.push([name, value]);
  }
  return Object.fromEntries(labels);
}

/** Grafana says what it cannot evaluate by an alert of its own name, with the rule's beside it. */
function titleOf(labels: Labels, annotations: Readonly<Record<string, string>>): string {
  const { alertname = '', rulename } = labels;
  const name = rulename === undefined ? alertname : `${rulename}: ${alertname}`;
  const summary = annotations.summary?.trim() ?? '';
  const title = name === '' || summary.includes(name) ? summary : summary === '' ? name : `${name}: ${summary}`;
  return clip(title || 'An alert without a name', longestTitle);
}

function messageOf(annotations: Readonly<Record<string, string>>, valueString: unknown): string {
  const said = annotations.description ?? annotations.message ?? '';
  const measured = typeof valueString === 'string' && valueString !== '' ? `Measured ${valueString}` : '';
  return clip(storable([said, measured].filter(Boolean).join('\n')), longestMessage);
}

function triggeredBy(
  alert: Readonly<Record<string, unknown>>,
  annotations: Readonly<Record<string, string>>,
  source: string
): Record<string, unknown> {
  const found = Object.entries(links).map(([field, name]) => [name, linkOf(alert[field])] as const);
  const all = [...found, ['runbook', linkOf(annotations.runbook_url)] as const];
  return {
    source,
    value: onlyValue(alert.values),
    limit: null,
    fingerprint: typeof alert.fingerprint === 'string' ? clip(storable(alert.fingerprint), longestName) : null,
    starts_at: timeOf(alert.startsAt),
    ends_at: timeOf(alert.endsAt),
    values: numbersOf(alert.values),
    annotations,
    links: Object.fromEntries(all.filter(([, link]) => link !== undefined)),
  };
}

/** Only what a browser opens as a page: a script in a link would run as whoever clicks it. */
function linkOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > longestLink || !URL.canParse(value)) {
    return undefined;
  }
  const { protocol, href, username, password } = new URL(value);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '' ? href : undefined;
}

/** Both systems write the year 1 for a time that is not known yet. */
function timeOf(value: unknown): string | null {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isFinite(time) && time > 0 ? new Date(time).toISOString() : null;
}

function numbersOf(values: unknown): Record<string, number> {
  if (!isObject(values)) {
    return {};
  }
  const numbers = Object.entries(values).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return Object.fromEntries(
    numbers.slice(0, mostLabels).map(([name, value]) => [clip(storable(name), longestName), value])
  );
}

/** Of several it cannot be known which one matters. */
function onlyValue(values: unknown): number | null {
  const [first, ...more] = Object.values(numbersOf(values));
  return first === undefined || more.length > 0 ? null : first;
}

function textsOf(given: unknown): Record<string, string> {
  if (!isObject(given)) {
    return {};
  }
  const texts = Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(
    texts
      .slice(0, mostAnnotations)
      .map(([name, text]) => [
        clip(storable(name), longestName),
        clip(storable(text), name === 'description' || name === 'message' ? longestMessage : longestAnnotation),
      ])
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** PostgreSQL keeps neither in a text. */
function isStorable(text: string): boolean {
  return !unstorable.test(text);
}

function storable(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');
}

function clip(text: string, longest: number): string {
  return text.length <= longest ? text : `${storable(text.slice(0, longest - 1))}…`;
}
