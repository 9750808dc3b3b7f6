import { queryRunner } from '../../api/sceneQuery';
import { singleValue, type Figure } from '../../components/Figure';
import { PreviousPeriod } from '../../components/PreviousPeriod';
import { StatTile } from '../../components/StatTile';
import { webVitalPath } from '../../contract/pagePaths';
import type { Query } from '../../contract/query/Query';
import { healthyServices } from './healthyServices';
import { tileQueries } from './overviewQueries';

interface TileText {
  title: string;
  description: string;
  link?: { href: string; text: string };
}

/** Fine enough that the last interval of a day holds a minute or two, so that its status is the one of now. */
const statusPoints = 1000;

/** More would be a hedge rather than a line in so small a space. */
const sparklinePoints = 30;

function tile(
  datasourceUid: string,
  queries: Query[],
  figure: Figure,
  text: TileText,
  maxDataPoints = sparklinePoints
): StatTile {
  const totals = queries.filter(({ refId }) => refId !== figure.seriesRefId);
  return new StatTile({
    ...text,
    figure,
    $data: queryRunner(datasourceUid, queries, { maxDataPoints }),
    previous: queryRunner(datasourceUid, totals, { $timeRange: new PreviousPeriod(), maxDataPoints }),
  });
}

const simple = (rise: Figure['rise']): Figure => ({
  total: (frames) => singleValue(frames, 'total'),
  seriesRefId: 'series',
  configRefId: 'total',
  rise,
});

const errorRate: Figure = {
  total: (frames) => {
    const views = singleValue(frames, 'views');
    const errors = singleValue(frames, 'errors');
    return views && errors !== undefined ? (errors / views) * 1000 : undefined;
  },
  seriesRefId: 'series',
  config: { decimals: 1 },
  rise: 'bad',
};

const services: Figure = {
  total: (frames) => healthyServices(frames)?.healthy,
  suffix: (frames) => ` of ${healthyServices(frames)?.all ?? 0}`,
  config: { decimals: 0 },
  // Without its change: that more are looked at is no improvement.
};

/** The four big numbers at the top. */
export function tiles(datasourceUid: string): StatTile[] {
  return [
    tile(datasourceUid, tileQueries.pageViews, simple('neutral'), {
      title: 'Page views',
      description: 'Pages that visitors opened in the time range, without bots.',
    }),
    tile(datasourceUid, tileQueries.lcp, simple('bad'), {
      title: 'LCP p75',
      description: 'Three of four page views had drawn their largest element within this time.',
      link: { href: webVitalPath('LCP'), text: 'Web Vitals' },
    }),
    tile(datasourceUid, tileQueries.errorRate, errorRate, {
      title: 'Errors per 1,000 views',
      description: 'Errors for every thousand page views in the time range; the line counts errors.',
    }),
    tile(
      datasourceUid,
      tileQueries.services,
      services,
      {
        title: 'Services healthy',
        description: 'Services whose last result in the time range was healthy, of all that were looked at.',
      },
      statusPoints
    ),
  ];
}
