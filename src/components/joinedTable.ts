import { SceneDataTransformer, type SceneDataProvider } from '@grafana/scenes';
import { map } from 'rxjs';
import { joinGroups, type JoinedColumn, type JoinedOrder } from './joinGroups';

/** Data of a table panel: the grouped answers of several queries beside each other. */
export function joinedTable(
  $data: SceneDataProvider,
  columns: readonly JoinedColumn[],
  order: JoinedOrder,
  groups = 1
): SceneDataTransformer {
  return new SceneDataTransformer({
    $data,
    transformations: [
      () =>
        map((frames) => {
          const joined = joinGroups(frames, groups, columns, order);
          return joined ? [joined] : [];
        }),
    ],
  });
}
