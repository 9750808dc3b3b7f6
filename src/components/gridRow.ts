import {
  SceneCSSGridItem,
  SceneCSSGridLayout,
  SceneFlexItem,
  SceneFlexLayout,
  type SceneObject,
} from '@grafana/scenes';

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

/** As `gridRow`, but what is left over on the last line is filled, so that any number of children looks whole. */
export function fillingRow(least: number, height: number, children: SceneObject[]): SceneFlexItem {
  const body = new SceneFlexLayout({
    direction: 'row',
    wrap: 'wrap',
    children: children.map(
      (child) => new SceneFlexItem({ body: child, minWidth: least, minHeight: height, md: { width: '100%' } })
    ),
    md: { minWidth: 0 },
  });
  return new SceneFlexItem({ body, ySizing: 'content' });
}
