import { dateTime } from '@grafana/data';
import { callRoute } from '../../api/callRoute';
import { rowKinds } from '../../contract/query/kinds';

/** Longer than any raw row is kept by default. */
const longestRetentionDays = 90;

/** Whether anything has ever arrived that is still kept. */
export async function hasAnyData(datasourceUid: string): Promise<boolean> {
  const to = dateTime();
  const range = { from: dateTime(to).subtract(longestRetentionDays, 'days').toISOString(), to: to.toISOString() };
  const answers = await Promise.all(
    rowKinds.map((kind) =>
      callRoute(datasourceUid, 'listFieldValues', {
        params: { name: 'app' },
        query: { kind, limit: 1, ...range },
      })
    )
  );
  return answers.some(({ items }) => items.length > 0);
}
