import { datasource } from './datasource';
import type { Panel } from './Panel';

/** Columns of Grafana's grid. */
const columns = 24;

/** Panels in reading order: beside each other while they fit, else on a new row below the highest of the row. */
export function placed(panels: readonly Panel[]) {
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  return panels.map(({ width, height, queries, defaults = {}, overrides = [], options = {}, links, ...panel }, at) => {
    if (x + width > columns) {
      x = 0;
      y += rowHeight;
      rowHeight = 0;
    }
    const gridPos = { x, y, w: width, h: height };
    x += width;
    rowHeight = Math.max(rowHeight, height);
    return {
      id: at + 1,
      gridPos,
      datasource,
      ...panel,
      targets: queries.map((query) => ({ ...query, datasource })),
      options,
      fieldConfig: { defaults: { ...defaults, ...(links && { links }) }, overrides },
    };
  });
}
