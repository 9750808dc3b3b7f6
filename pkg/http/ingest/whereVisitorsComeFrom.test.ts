import { mapItems, mapPayload } from './testing/mapping';
import { testNow } from './testing/fakeStore';

const timestamp = new Date(testNow - 1000).toISOString();
const landing =
  'https://shop.example/spring?utm_source=letter&utm_medium=mail&utm_campaign=spring%20sale&email=jane@shop.example';

describe('where visitors come from', () => {
  it('is read from the address of a page, and of the page before only its origin is kept', () => {
    const { rows } = mapPayload({
      meta: { page: { url: landing } },
      events: [
        { name: 'page_view', timestamp, attributes: { referrer: 'https://search.example/?q=my+illness', a: 'b' } },
      ],
    });
    expect(rows.analytics_events[0]).toMatchObject({
      referrer: 'https://search.example', utm_source: 'letter', utm_medium: 'mail', utm_campaign: 'spring sale',
    }); // prettier-ignore
    expect(JSON.stringify(rows)).not.toMatch(/illness|jane/);
  });

  it('may be named by an item itself, in part', () => {
    const { rows } = mapItems([
      { type: 'event', event_type: 'page_view', page_url: landing, utm_source: 'partner', referrer: 'https://a.example/b', timestamp },
      { type: 'event', event_type: 'page_view', timestamp },
    ]); // prettier-ignore
    expect(rows.analytics_events).toMatchObject([
      { utm_source: 'partner', utm_medium: 'mail', referrer: 'https://a.example', event_data: {} },
      { utm_source: null, utm_medium: null, utm_campaign: null, referrer: null },
    ]);
  });

  it('is refused where a campaign is no text', () => {
    const { rejected } = mapItems([{ type: 'event', event_type: 'page_view', utm_source: 5, timestamp }]);
    expect(rejected).toMatchObject([{ index: 0, reason: expect.stringContaining('utm_source') as string }]);
  });
});
