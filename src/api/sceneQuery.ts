import { SceneQueryRunner, type SceneTimeRangeLike } from '@grafana/scenes';
import { pluginIds } from '../contract/pluginIds';
import type { Query } from '../contract/query/Query';

/** A reference to the datasource, as panels, variables and annotations want it. */
export function datasourceRef(uid: string) {
  return { type: pluginIds.datasource, uid };
}

interface RunnerOptions {
  /** Another range than the page's. */
  $timeRange?: SceneTimeRangeLike;
  /** Points of a time series at most; as many as the panel has pixels without it. */
  maxDataPoints?: number;
  /** The shortest time that a point of a series stands for, as in `5m`. */
  minInterval?: string;
}

/** Runs queries whenever the time range or a variable in them changes. */
export function queryRunner(datasourceUid: string, queries: Query[], options: RunnerOptions = {}): SceneQueryRunner {
  return new SceneQueryRunner({ datasource: datasourceRef(datasourceUid), queries, ...options });
}
