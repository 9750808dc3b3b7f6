import { lastDayOf } from './lastDay';

const frame = (labels: Record<string, string>, values: Array<number | null>) => ({
  schema: {
    refId: 'A',
    fields: [
      { name: 'time', type: 'time' },
      { name: 'value', type: 'number', labels },
    ],
  },
  data: { values: [values.map((_, at) => at * 1000), values] },
});
const ofShop = { app: 'shop', service_name: 'checkout' };

describe('the last day of services', () => {
  it('tells what a check found from what an app reports under its name', () => {
    const { latencies, reported } = lastDayOf(
      [
        frame({ app: '', service_name: 'checkout', check_id: 'the-check' }, [120, null]),
        frame({ ...ofShop, check_id: '' }, [7, 8]),
      ],
      [frame({ ...ofShop, status: 'healthy' }, [3, 3])]
    );
    expect(latencies.get('the-check')).toEqual([120, null]);
    expect(reported).toEqual([{ ...ofShop, status: 'healthy', lastHeard: 1000, latencies: [7, 8] }]);
  });

  it('knows each service that reports by its last status, and the worse of two in one interval', () => {
    const { reported } = lastDayOf(
      [],
      [
        frame({ ...ofShop, status: 'down' }, [5, null, null]),
        frame({ ...ofShop, status: 'healthy' }, [1, 1, null]),
        frame({ app: 'blog', service_name: 'checkout', status: 'healthy' }, [null, null, 1]),
        frame({ app: 'blog', service_name: 'checkout', status: 'degraded' }, [null, null, 1]),
        frame({ app: 'blog', service_name: 'mail', status: 'of another version' }, [1]),
      ]
    );
    expect(reported.map(({ app, status, lastHeard }) => [app, status, lastHeard])).toEqual([
      ['shop', 'healthy', 1000],
      ['blog', 'degraded', 2000],
    ]);
  });
});
