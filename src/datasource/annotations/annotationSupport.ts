import type { AnnotationQuery, AnnotationSupport } from '@grafana/data';
import type { SeamarkQuery } from '../query/SeamarkQuery';
import { LazyAnnotationEditor } from './LazyAnnotationEditor';

/** Marks on a dashboard's graphs. The server answers frames that Grafana turns into marks by itself. */
export const annotationSupport: AnnotationSupport<SeamarkQuery> = {
  getDefaultQuery: () => ({ kind: 'annotations', of: 'releases' }),
  prepareQuery: ({ target }: AnnotationQuery<SeamarkQuery>) =>
    target && { ...target, kind: 'annotations', refId: target.refId || 'annotation' },
  QueryEditor: LazyAnnotationEditor,
};
