import type { BreadcrumbKind } from '../../../../src/contract/breadcrumbKinds';
import { textOfAttributes } from './textOfAttributes';

type Fields = Readonly<Record<string, unknown>>;

export interface ClientBreadcrumb {
  /** Epoch milliseconds. */
  at: number;
  kind: BreadcrumbKind;
  title: string;
  message: string | null;
  page_path: null;
}

const longestText = 300;
/** A clock may be set while a page is open; what is further away than this says nothing about the error. */
const mostDistanceMs = 24 * 3_600_000;

/**
 * Breadcrumbs that a Sentry SDK kept with an error (develop.sentry.dev, Breadcrumbs Interface): `timestamp` in seconds or
 * as ISO 8601, `category`, `message`, `data`. Whatever is none of that is left out.
 * @param at when the error happened, epoch milliseconds; by how much its own time was corrected, theirs is too
 */
export function clientBreadcrumbs(context: Fields, at: number): ClientBreadcrumb[] {
  const list = Array.isArray(context.breadcrumbs) ? (context.breadcrumbs as unknown[]) : [];
  const original = timeOf(context.original_timestamp);
  const shift = original === undefined ? 0 : at - original;
  return list.flatMap((each) => {
    const fields = fieldsOf(each);
    const time = timeOf(fields.timestamp);
    if (time === undefined || Math.abs(time + shift - at) > mostDistanceMs) {
      return [];
    }
    const category = textOf(fields.category) ?? textOf(fields.type) ?? 'default';
    const title = category.slice(0, 100);
    return [{ at: time + shift, kind: kindOf(category), title, message: messageOf(fields), page_path: null }];
  });
}

function kindOf(category: string): BreadcrumbKind {
  if (category === 'navigation') {
    return 'page_view';
  }
  if (category.startsWith('ui.')) {
    return 'action';
  }
  if (category === 'console') {
    return 'console';
  }
  return /^(?:xhr|fetch|http)/.test(category) ? 'request' : /exception|error/.test(category) ? 'error' : 'other';
}

function messageOf({ message, data }: Fields): string | null {
  const text = textOf(message) ?? textOfAttributes(fieldsOf(data));
  return text === null ? null : text.slice(0, longestText);
}

function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'number' ? value * 1000 : typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isFinite(time) && Math.abs(time) < 8.64e15 ? time : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
