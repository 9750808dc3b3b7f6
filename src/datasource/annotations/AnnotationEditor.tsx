import type { QueryEditorProps } from '@grafana/data';
import { Field, RadioButtonGroup, Stack } from '@grafana/ui';
import React from 'react';
import { FilterList } from '../../components/queryBuilder/FilterList';
import { QuerySummary } from '../editor/QuerySummary';
import { ScrollingRow } from '../../components/queryBuilder/ScrollingRow';
import type { SeamarkQuery } from '../query/SeamarkQuery';
import type { SeamarkDatasource } from '../SeamarkDatasource';
import type { SeamarkSettings } from '../SeamarkSettings';
import { annotationKind, annotationSources } from './annotationSources';

export type AnnotationEditorProps = QueryEditorProps<SeamarkDatasource, SeamarkQuery, SeamarkSettings>;

/** What is marked on a dashboard's graphs. */
export function AnnotationEditor({ datasource, query, onChange, onRunQuery, range }: AnnotationEditorProps) {
  const of = query.of ?? annotationSources[0].value;
  const set = (part: Partial<SeamarkQuery>) => {
    onChange({ ...query, kind: 'annotations', of, ...part });
    onRunQuery();
  };
  return (
    <Stack direction="column" gap={1.5}>
      <Field label="Mark" noMargin>
        <ScrollingRow>
          <RadioButtonGroup
            aria-label="Mark"
            options={annotationSources}
            value={of}
            onChange={(next) => set({ of: next, filters: undefined })}
          />
        </ScrollingRow>
      </Field>
      <FilterList
        source={datasource}
        kind={annotationKind(of)}
        range={range}
        filters={query.filters}
        onChange={(filters) => set({ filters })}
      />
      <QuerySummary query={{ ...query, kind: 'annotations', of }} />
    </Stack>
  );
}
