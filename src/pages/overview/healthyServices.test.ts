import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { healthyServices } from './healthyServices';

const counts = (service_name: string, status: string, values: Array<number | null>, app = ''): DataFrame =>
  toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: values.map((_, at) => at * 1000) },
      { name: 'count', type: FieldType.number, values, labels: { app, service_name, status } },
    ],
  });

describe('services that are healthy', () => {
  it('are those whose last result was', () => {
    const frames = [
      counts('api', 'healthy', [1, 1, 0]),
      counts('api', 'down', [0, 0, 1]),
      counts('mail', 'down', [1, 0, 0]),
      counts('mail', 'healthy', [0, 1, 1]),
    ];
    expect(healthyServices(frames)).toEqual({ healthy: 1, all: 2 });
  });
  it('are not those that were also worse in the same interval', () => {
    expect(healthyServices([counts('api', 'healthy', [3]), counts('api', 'degraded', [1])])).toEqual({
      healthy: 0,
      all: 1,
    });
  });
  it('are two where an app reports under the name of a check', () => {
    const frames = [counts('api', 'healthy', [1]), counts('api', 'down', [1], 'shop')];
    expect(healthyServices(frames)).toEqual({ healthy: 1, all: 2 });
  });
  it('are unknown where nothing was looked at', () => {
    expect(healthyServices([])).toBeUndefined();
    expect(healthyServices([counts('api', 'healthy', [0, null])])).toBeUndefined();
  });
  it('are not counted from a series without a name', () => {
    expect(healthyServices([toDataFrame({ fields: [{ name: 'count', values: [1] }] })])).toBeUndefined();
  });
});
