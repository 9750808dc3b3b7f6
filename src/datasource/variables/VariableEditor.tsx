import type { QueryEditorProps } from '@grafana/data';
import { Field, RadioButtonGroup, Stack } from '@grafana/ui';
import React, { useId } from 'react';
import { dataKinds } from '../../contract/query/kinds';
import { Choice } from '../../components/queryBuilder/Choice';
import { EditorField } from '../../components/queryBuilder/EditorField';
import { FilterList } from '../../components/queryBuilder/FilterList';
import { ScrollingRow } from '../../components/queryBuilder/ScrollingRow';
import { useFields } from '../../components/queryBuilder/useFields';
import { isDataKind } from '../../contract/query/isDataKind';
import { kindTexts } from '../../contract/query/kindTexts';
import type { SeamarkQuery } from '../query/SeamarkQuery';
import type { SeamarkDatasource } from '../SeamarkDatasource';
import type { SeamarkSettings } from '../SeamarkSettings';
import { asVariableQuery } from './asVariableQuery';

export type VariableEditorProps = QueryEditorProps<SeamarkDatasource, SeamarkQuery, SeamarkSettings>;

/** Without a field the server answers the names of the fields themselves, by which a panel can be grouped. */
const namesOfFields = { value: '', label: 'Names of the fields', description: 'To choose what a panel is grouped by' };
const kinds = dataKinds.map((value) => ({ value, label: kindTexts[value].label }));

/** Which field's values a dashboard's variable offers, taken from which rows. */
export function VariableEditor({ datasource, query: kept, onChange, range }: VariableEditorProps) {
  const id = useId();
  const query = asVariableQuery(kept);
  const kind = isDataKind(query.of) ? query.of : 'performance';
  const fields = useFields(datasource, kind);
  const set = (part: Partial<SeamarkQuery>) => onChange({ ...query, of: kind, ...part });
  return (
    <Stack direction="column" gap={1.5}>
      <Field label="Values seen in" noMargin>
        <ScrollingRow>
          <RadioButtonGroup
            aria-label="Values seen in"
            options={kinds}
            value={kind}
            onChange={(of) => set({ of, filters: undefined })}
          />
        </ScrollingRow>
      </Field>
      <EditorField label="Field" wide>
        <Choice
          id={id}
          options={[namesOfFields, ...fields]}
          value={query.field ?? ''}
          isOpen
          onChange={(field) => set({ field: field || undefined })}
        />
      </EditorField>
      <FilterList
        source={datasource}
        kind={kind}
        range={range}
        filters={query.filters}
        onChange={(filters) => set({ filters })}
      />
    </Stack>
  );
}
