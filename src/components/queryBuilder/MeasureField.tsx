import React, { useId } from 'react';
import type { BuiltQuery } from './BuiltQuery';
import { Choice } from './Choice';
import { EditorField } from './EditorField';

const measures = [
  { value: 'response_time_ms', label: 'Response time', description: 'Until the answer was there, in milliseconds' },
  { value: 'error_rate', label: 'Error rate', description: 'Share of failed results' },
];

interface Props {
  value: string | undefined;
  onChange: (part: Pick<BuiltQuery, 'metric'>) => void;
}

/** Which number of a health result is calculated with. */
export function MeasureField({ value = 'response_time_ms', onChange }: Props) {
  const id = useId();
  return (
    <EditorField label="Of">
      <Choice id={id} options={measures} value={value} onChange={(metric) => onChange({ metric })} />
    </EditorField>
  );
}
