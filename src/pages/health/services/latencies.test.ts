import { latenciesOf } from './latencies';

it('response times are told apart by the service that they are labelled with', () => {
  const frame = {
    schema: {
      refId: 'latency',
      fields: [
        { name: 'time', type: 'time' },
        { name: 'checkout', type: 'number', labels: { service_name: 'checkout' } },
        { name: 'search', type: 'number', labels: { service_name: 'search' } },
      ],
    },
    data: {
      values: [
        [1, 2],
        [120, null],
        [80, 90],
      ],
    },
  };
  expect([...latenciesOf([frame])]).toEqual([
    ['checkout', [120, null]],
    ['search', [80, 90]],
  ]);
});
