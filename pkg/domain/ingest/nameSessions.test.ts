import { Batch } from './Batch';
import { eventRow } from './composeRows';
import { StoreAway } from './RowWriter';
import { nameSessions } from './nameSessions';
import type { SenderColumns } from './Sender';

const sender: SenderColumns = {
  org_id: 1, app_id: 'app', user_id: null, visitor_id: 'jane', session_id: null, environment: null, release: null,
  page_url: null, page_path: null, country: null, device: null, is_bot: false,
}; // prettier-ignore
const own = { event_type: 'page_view', event_name: null, event_data: {}, referrer: null };

function batchOf(...rows: Array<[timestamp: number, part?: Partial<SenderColumns>]>): Batch {
  const batch = new Batch();
  rows.forEach(([timestamp, part], index) =>
    batch.add(
      'analytics_events',
      eventRow({ ...sender, ...part }, { id: String(index), timestamp }, own),
      'event',
      index
    )
  );
  return batch;
}

const named = (batch: Batch) => batch.rows.analytics_events.map(({ session_id }) => session_id);

describe('naming sessions', () => {
  it('asks once a visitor, with the times in their order', async () => {
    const resolve = jest.fn(({ visitorId }: { visitorId: string }, times: readonly number[]) =>
      times.map((time) => `${visitorId} ${time}`)
    );
    const batch = batchOf([5], [3], [5], [4, { visitor_id: 'joe' }]);
    await nameSessions(batch, { resolve }, null);
    expect(resolve.mock.calls).toEqual([
      [{ orgId: 1, appId: 'app', visitorId: 'jane' }, [3, 5]],
      [{ orgId: 1, appId: 'app', visitorId: 'joe' }, [4]],
    ]);
    expect(named(batch)).toEqual(['jane 5', 'jane 3', 'jane 5', 'joe 4']);
  });

  it('leaves a client its own name, and who has no visitor none', async () => {
    const resolve = jest.fn(() => []);
    const batch = batchOf([1, { session_id: 's1' }], [1, { visitor_id: null }]);
    await nameSessions(batch, { resolve }, null);
    expect(named(batch)).toEqual(['s1', null]);
    expect(resolve).not.toHaveBeenCalled();
  });

  it('asks nothing for an app that wants no sessions', async () => {
    const resolve = jest.fn(() => ['s']);
    await nameSessions(batchOf([1]), { resolve }, ['page_path']);
    expect(resolve).not.toHaveBeenCalled();
    const batch = batchOf([1]);
    await nameSessions(batch, { resolve }, ['session_id']);
    expect(named(batch)).toEqual(['s']);
  });

  it('passes on that the database is away', async () => {
    const away = () => Promise.reject(new StoreAway('away', 1));
    await expect(nameSessions(batchOf([1]), { resolve: away }, null)).rejects.toThrow(StoreAway);
  });
});
