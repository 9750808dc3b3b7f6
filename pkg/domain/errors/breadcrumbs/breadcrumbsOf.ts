import type { Breadcrumb, Breadcrumbs } from '../../../../src/contract/resources/breadcrumbs';
import { errorClassOf } from '../errorClassOf';
import { clientBreadcrumbs } from './clientBreadcrumbs';
import { textOfAttributes } from './textOfAttributes';

/** Times in epoch milliseconds. */
export interface SessionEvent {
  at: number;
  event_type: string;
  event_name: string | null;
  event_data: Readonly<Record<string, unknown>>;
  page_path: string | null;
}

export interface SessionError {
  at: number;
  error_type: string;
  error_message: string;
  context: Readonly<Record<string, unknown>>;
  page_path: string | null;
}

/** What came before an error, as it was stored, in any order. */
export interface BeforeError {
  session_id: string | null;
  events: readonly SessionEvent[];
  errors: readonly SessionError[];
  /** The error's own attributes, where clients keep breadcrumbs of their own. */
  context: Readonly<Record<string, unknown>>;
  at: number;
}

const mostBreadcrumbs = 50;
const kinds: Readonly<Record<string, Breadcrumb['kind']>> = {
  page_view: 'page_view',
  navigation: 'page_view',
  view: 'page_view',
  user_action: 'action',
  request: 'request',
};

/**
 * The last things before an error, oldest first: what its session did and met, and what the client noted itself. Free
 * text, and all that the client noted, only for who may see it.
 */
export function breadcrumbsOf(before: BeforeError, seesPersonal: boolean): Breadcrumbs {
  const found = [
    ...before.events.map(ofEvent),
    ...before.errors.map(ofError),
    ...(seesPersonal ? clientBreadcrumbs(before.context, before.at) : []),
  ];
  const items = found
    .sort((a, b) => a.at - b.at)
    .slice(-mostBreadcrumbs)
    .map((item) => ({
      ...item,
      at: new Date(item.at).toISOString(),
      message: seesPersonal ? item.message : null,
    }));
  return { items, has_session: before.session_id !== null, has_details: seesPersonal };
}

function ofEvent({ at, event_type, event_name, event_data, page_path }: SessionEvent) {
  if (event_type === 'page_view') {
    // The page says it all; what SDKs call a page view, and its timings, say nothing more.
    return { at, kind: 'page_view' as const, title: page_path ?? event_type, message: null, page_path };
  }
  const kind = Object.hasOwn(kinds, event_type) ? kinds[event_type] : undefined;
  const text = textOfAttributes(event_data);
  return { at, kind: kind ?? ('event' as const), title: event_name ?? event_type, message: text, page_path };
}

function ofError({ at, error_type, error_message, context, page_path }: SessionError) {
  const named = typeof context.type === 'string' && context.type !== '' ? context.type : undefined;
  const title = named ?? errorClassOf(error_message, null) ?? error_type;
  return { at, kind: 'error' as const, title, message: error_message.slice(0, 300), page_path };
}
