import { emptyHistory } from '../preview/testing/emptyHistory';
import type { Cut } from '../preview/EvidenceHistory';
import { seriesBefore } from './seriesBefore';

const minute = 60_000;
const at = Date.parse('2026-11-23T12:00:00Z');
const labels = { page_path: '/cart' };
const rule = {
  condition_type: 'threshold' as const,
  condition_config: {
    query: { kind: 'performance', metric: 'LCP', calculation: 'max', groupBy: ['page_path'] },
    ...{ window_minutes: 20, operator: '>', value: 2500, delay_seconds: 0 },
  },
};

/** A page that was slow once, so long ago. */
const slowOnce = (minutesAgo: number) => ({
  ...emptyHistory,
  rows: async (_query: unknown, { from, widthMs }: Cut) => [
    {
      labels,
      pieces: Float64Array.of(Math.floor((at - minutesAgo * minute - from) / widthMs)),
      numbers: Float64Array.of(4000),
    },
  ],
});

describe('the series before an alert', () => {
  it('ends with the evaluation that fired, four points a window and twelve windows back', async () => {
    const [series] = await seriesBefore(rule, [labels], at, slowOnce(12));
    expect(series?.times.at(-1)).toBe('2026-11-23T12:00:00.000Z');
    expect(series?.times[0]).toBe('2026-11-23T08:00:00.000Z');
    expect(series?.values.slice(-5)).toEqual([null, null, 4000, 4000, 4000]);
  });

  it('is none for a label set without a number', async () => {
    expect(await seriesBefore(rule, [{ page_path: '/other' }], at, slowOnce(12))).toEqual([null]);
    const news = { condition_type: 'pattern' as const, condition_config: { kind: 'new_group', window_minutes: 5 } };
    expect(await seriesBefore(news, [{ app: 'shop', fingerprint: 'f' }], at, emptyHistory)).toEqual([null]);
  });
});
