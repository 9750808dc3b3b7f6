import { SceneQueryRunner, type SceneTimeRangeLike } from '@grafana/scenes';
import { pluginIds } from '../contract/pluginIds';
import type { Query } from '../contract/query/Query';

/** A reference to the datasource, as panels, variables and annotations want it. */
export function datasourceRef(uid: string) {
  return { type: pluginIds.datasource, uid };
}

/** Runs queries whenever the time range or a variable in them changes; over `$timeRange` where one is given. */
export function queryRunner(
  datasourceUid: string,
  queries: Query[],
  $timeRange?: SceneTimeRangeLike
): SceneQueryRunner {
  return new SceneQueryRunner({ datasource: datasourceRef(datasourceUid), queries, ...($timeRange && { $timeRange }) });
}
