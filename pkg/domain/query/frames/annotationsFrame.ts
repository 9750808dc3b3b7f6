import type { Frame } from '../../../../src/contract/query/Frame';

/** One mark on a chart. Times in epoch milliseconds; `timeEnd` equals `time` for an instant. */
export interface Mark {
  time: number;
  timeEnd: number;
  title: string;
  text: string;
  tags: readonly string[];
}

/** Answer of an `annotations` query. Grafana splits `tags` at commas, so a tag's own commas become spaces. */
export function annotationsFrame(refId: string, marks: readonly Mark[]): Frame {
  return {
    refId,
    meta: { dataTopic: 'annotations' },
    fields: [
      { name: 'time', type: 'time', values: marks.map((mark) => mark.time) },
      { name: 'timeEnd', type: 'time', values: marks.map((mark) => mark.timeEnd) },
      { name: 'title', type: 'string', values: marks.map((mark) => mark.title) },
      { name: 'text', type: 'string', values: marks.map((mark) => mark.text) },
      {
        name: 'tags',
        type: 'string',
        values: marks.map((mark) => mark.tags.map((tag) => tag.replaceAll(',', ' ')).join(',')),
      },
    ],
  };
}
