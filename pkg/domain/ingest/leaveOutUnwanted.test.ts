import { errorRow, eventRow, performanceRow, spanRow } from './composeRows';
import { Batch } from './Batch';
import { leaveOutUnwanted } from './leaveOutUnwanted';
import { DeviceReader } from './page/DeviceReader';
import type { SenderColumns } from './Sender';

const devices = new DeviceReader();
const key = { id: 'id', timestamp: 1 };
const sender = (): SenderColumns => ({
  org_id: 1, app_id: 'app', user_id: 'user', visitor_id: 'visitor', session_id: 's1', environment: 'prod', release: '1',
  page_url: 'https://shop.example/?utm_source=letter', page_path: '/', country: 'DE', is_bot: false,
  device: devices.device({ browser: 'Firefox', os: 'Linux', brands: 'x' }),
}); // prettier-ignore

function batchOf(): Batch {
  const batch = new Batch();
  batch.add('analytics_events', eventRow(sender(), key, { event_type: 'page_view', event_name: 'view', event_data: { plan: 'gold', note: 'x' }, referrer: 'https://a.example' }), 'event', 0); // prettier-ignore
  batch.add('error_logs', errorRow(sender(), key, { error_type: 'javascript', error_message: 'boom', error_stack: 'at f', severity: 'high', context: { type: 'Error', cart: 5 }, user_agent: 'Firefox', fingerprint: 'f', fingerprint_rule: 'message' }), 'error', 0); // prettier-ignore
  batch.add('performance_data', performanceRow(sender(), key, { metric_type: 'LCP', metric_value: 1, metric_unit: 'ms', rating: 'good', metric_id: 'v1', metadata: { element: 'img' } }), 'performance', 0); // prettier-ignore
  batch.add('spans', spanRow(sender(), key, { trace_id: 't', span_id: 's', parent_span_id: null, name: 'GET', span_kind: 'client', service_name: null, duration_ms: 1, status_code: 'ok', status_message: null, attributes: { a: 1 }, resource: { b: 2 }, events: [{}], links: [] }), 'span', 0); // prettier-ignore
  batch.rows.people.push({ id: 'user', org_id: 1, app_id: 'app', external_id_hash: 'h', email: null, name: null });
  return batch;
}

describe('leaving out what an app does not want', () => {
  it.each([null, undefined])('does nothing for an app that wants everything (%p)', (list) => {
    const batch = batchOf();
    leaveOutUnwanted(batch, list, devices);
    expect(batch.rows).toEqual(batchOf().rows);
    expect(batch.dropped).toEqual({});
  });

  it('leaves the bare rows to an app that wants nothing', () => {
    const batch = batchOf();
    leaveOutUnwanted(batch, [], devices);
    const bare = { user_id: null, session_id: null, page_url: null, page_path: null, country: null, device: null };
    expect(batch.rows.analytics_events[0]).toMatchObject({
      ...bare,
      event_type: 'page_view',
      event_name: null,
      event_data: {},
      referrer: null,
      utm_source: null,
    });
    expect(batch.rows.error_logs[0]).toMatchObject({
      ...bare,
      error_message: 'boom',
      error_stack: null,
      context: { type: 'Error' },
      fingerprint: 'f',
    });
    expect(batch.rows.performance_data[0]).toMatchObject({ ...bare, metric_type: 'LCP', rating: 'good', metadata: {} });
    expect(batch.rows.spans[0]).toMatchObject({ ...bare, name: 'GET', attributes: {}, resource: {}, events: [] });
    expect(batch.rows.people).toEqual([]);
  });

  it('keeps what is on the list, by column and by attribute', () => {
    const batch = batchOf();
    const wanted = [
      'country',
      'browser',
      'device_info.brands',
      'event_data.plan',
      'context.*',
      'user_id',
      'utm_source',
    ];
    leaveOutUnwanted(batch, wanted, devices);
    expect(batch.rows.analytics_events[0]).toMatchObject({
      country: 'DE',
      release: null,
      user_id: 'user',
      utm_source: 'letter',
      event_data: { plan: 'gold' },
      device: { info: { browser: 'Firefox', brands: 'x' } },
    });
    expect(batch.rows.error_logs[0]?.context).toEqual({ type: 'Error', cart: 5 });
    expect(batch.rows.people).toHaveLength(1);
  });

  it('names a thinner device by another number: the same in every process', () => {
    const batch = batchOf();
    leaveOutUnwanted(batch, ['browser'], devices);
    expect(batch.rows.spans[0]?.device).toEqual(new DeviceReader().device({ browser: 'Firefox' }));
  });

  it('counts the values that it took out', () => {
    const batch = new Batch();
    batch.add('performance_data', performanceRow(sender(), key, { metric_type: 'LCP', metric_value: 1, metric_unit: 'ms', rating: 'good', metric_id: null, metadata: { a: 1, b: 2 } }), 'performance', 0); // prettier-ignore
    leaveOutUnwanted(
      batch,
      ['environment', 'release', 'page_url', 'page_path', 'session_id', 'user_id', 'metadata.a'],
      devices
    );
    // The country, one attribute, three facts about the device.
    expect(batch.dropped).toEqual({ field_not_wanted: 5 });
  });
});
