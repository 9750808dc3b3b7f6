import type { SceneObject, SceneTimeRangeLike, SceneVariables } from '@grafana/scenes';

/** What surrounds a page's body: time range and variables, kept in the URL, and the row of controls for them. */
export interface PageFrame {
  $timeRange: SceneTimeRangeLike;
  $variables: SceneVariables;
  /** A fresh row each time: a scene object has one parent only, and every tab has a row of its own. */
  controls: () => SceneObject[];
}
