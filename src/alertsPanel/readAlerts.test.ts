import { FieldType, toDataFrame } from '@grafana/data';
import { readAlerts } from './readAlerts';

const frame = (more: Record<string, unknown[]> = {}) =>
  toDataFrame({
    fields: Object.entries({
      id: ['a', 'b'],
      status: ['active', 'acknowledged'],
      severity: ['high', 'critical'],
      title: ['LCP is poor', 'Checkout is down'],
      alert_rule: ['LCP', null],
      labels: ['{"page_path":"/cart"}', 'no json'],
      last_value: [3120.4, null],
      limit: [2500, null],
      timestamp: [1_000, 2_000],
      acknowledged_by: [null, 'jane'],
      assigned_to: [null, ''],
      version: [1, 4],
      ...more,
    }).map(([name, values]) => ({ name, values, ...(name === 'timestamp' && { type: FieldType.time }) })),
  });

describe('alerts in a data frame', () => {
  it('are read newest first, whatever is missing in a row', () => {
    expect(readAlerts([frame()])).toMatchObject([
      {
        id: 'b',
        status: 'acknowledged',
        rule_name: null,
        labels: {},
        acknowledged_login: 'jane',
        assigned_to: null,
        version: 4,
      },
      { id: 'a', rule_name: 'LCP', labels: { page_path: '/cart' }, measured: '3,120', limit: 'limit 2,500' },
    ]);
    expect(readAlerts([frame()])?.[0]?.measured).toBeUndefined();
  });
  it('say in which direction the limit counts', () => {
    const [, first] = readAlerts([frame({ operator: ['<', null] })]) ?? [];
    expect(first).toMatchObject({ limit: 'below 2,500' });
  });
  it('have values in the unit of their metric, and the name of the error they are about', () => {
    const [, first] =
      readAlerts([frame({ operator: ['>', null], unit: ['ms', null], subject: ['TypeError: x', ''] })]) ?? [];
    expect(first).toMatchObject({
      measured: '3.12 s',
      limit: 'above 2.5 s',
      triggered_data: { subject: 'TypeError: x' },
    });
    const rate = readAlerts([frame({ unit: ['ratio', null], last_value: [0.052, null], limit: [0.05, null] })])?.[1];
    expect(rate).toMatchObject({ measured: '5.2%', limit: 'limit 5%' });
  });
  it('are none where the data are about something else', () => {
    expect(readAlerts([toDataFrame({ fields: [{ name: 'value', values: [1] }] })])).toBeUndefined();
    expect(readAlerts([])).toBeUndefined();
  });
});
