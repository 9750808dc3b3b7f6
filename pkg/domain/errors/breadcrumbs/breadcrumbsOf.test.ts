import { breadcrumbsOf, type BeforeError } from './breadcrumbsOf';

const at = Date.UTC(2026, 10, 23, 12);
const second = 1000;
const event = (ago: number, more: Partial<BeforeError['events'][number]> = {}) => ({
  at: at - ago * second,
  event_type: 'page_view',
  event_name: null,
  event_data: {},
  page_path: '/cart',
  ...more,
});
const before = (more: Partial<BeforeError>): BeforeError => ({
  session_id: 's1',
  events: [],
  errors: [],
  context: {},
  at,
  ...more,
});
const crumb = (ago: number, more: object) => ({ timestamp: (at - ago * second) / 1000, ...more });

describe('what came before an error', () => {
  it('is told in the order in which it happened, wherever it was kept', () => {
    const { items, has_session, has_details } = breadcrumbsOf(
      before({
        events: [
          event(20, {
            event_type: 'user_action',
            event_name: 'pay',
            event_data: { button: 'Pay now', step: 2, x: {} },
          }),
          event(60),
          event(5, { event_type: 'custom', event_name: 'coupon' }),
        ],
        errors: [
          {
            at: at - 10_000,
            error_type: 'javascript',
            error_message: 'no',
            context: { type: 'TypeError' },
            page_path: '/cart',
          },
        ],
        context: {
          breadcrumbs: [
            crumb(15, { category: 'fetch', data: { method: 'POST', url: '/pay', status_code: 500 } }),
            crumb(2, { category: 'ui.click', message: 'button.pay' }),
            crumb(1, { category: 'console', message: 'oops' }),
          ],
        },
      }),
      true
    );
    expect(items.map(({ kind, title, message }) => [kind, title, message])).toEqual([
      ['page_view', '/cart', null],
      ['action', 'pay', 'button: Pay now, step: 2'],
      ['request', 'fetch', 'method: POST, url: /pay, status_code: 500'],
      ['error', 'TypeError', 'no'],
      ['event', 'coupon', null],
      ['action', 'ui.click', 'button.pay'],
      ['console', 'console', 'oops'],
    ]);
    expect(items[0]).toMatchObject({ at: '2026-11-23T11:59:00.000Z', page_path: '/cart' });
    expect({ has_session, has_details }).toEqual({ has_session: true, has_details: true });
  });

  it('names no person to who may not see one', () => {
    const secret = 'Ada Lovelace';
    const answer = breadcrumbsOf(
      before({
        events: [event(3, { event_type: 'user_action', event_name: 'pay', event_data: { who: secret } })],
        errors: [{ at, error_type: 'javascript', error_message: secret, context: {}, page_path: '/' }],
        context: { breadcrumbs: [crumb(1, { category: secret, message: secret })] },
      }),
      false
    );
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(answer.items.map(({ title }) => title)).toEqual(['pay', 'javascript']);
    expect(answer.has_details).toBe(false);
  });

  it('keeps the last fifty', () => {
    const { items } = breadcrumbsOf(before({ events: Array.from({ length: 80 }, (_, ago) => event(ago)) }), true);
    expect(items).toHaveLength(50);
    expect(items.at(-1)?.at).toBe(new Date(at).toISOString());
  });

  it('says that no session is known', () => {
    expect(breadcrumbsOf(before({ session_id: null }), true)).toEqual({
      items: [],
      has_session: false,
      has_details: true,
    });
  });

  it('moves what a client with a wrong clock noted as its error was moved', () => {
    const wrong = at - 7_200_000;
    const context = {
      original_timestamp: new Date(wrong).toISOString(),
      breadcrumbs: [{ timestamp: wrong / 1000 - 30, category: 'ui.click', message: 'x' }],
    };
    expect(breadcrumbsOf(before({ context }), true).items[0]?.at).toBe('2026-11-23T11:59:30.000Z');
  });

  it.each([
    null, 'x', 3, {}, [null], [3], [{}], [{ timestamp: 'soon' }], [{ timestamp: 1e300 }], [{ timestamp: 0 }], [[1]],
  ])('takes no harm from %j in place of breadcrumbs', (breadcrumbs) => {
    expect(breadcrumbsOf(before({ context: { breadcrumbs } }), true).items).toEqual([]);
  }); // prettier-ignore
});
