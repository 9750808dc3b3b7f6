import { SceneCSSGridItem, SceneCSSGridLayout, SceneFlexItem, type SceneObject } from '@grafana/scenes';

/** As many columns as fit, each at least `least` pixels wide, one on a narrow screen. */
export function gridRow(least: number, height: string, children: SceneObject[]): SceneFlexItem {
  const body = new SceneCSSGridLayout({
    templateColumns: `repeat(auto-fit, minmax(min(100%, ${least}px), 1fr))`,
    autoRows: height,
    rowGap: 1,
    columnGap: 1,
    children: children.map((child) => new SceneCSSGridItem({ body: child })),
  });
  return new SceneFlexItem({ body, ySizing: 'content' });
}
