import { Field, RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import { dataKinds, type DataKind } from '../../contract/query/kinds';
import { kindTexts } from '../../contract/query/kindTexts';
import { ScrollingRow } from '../../components/queryBuilder/ScrollingRow';

export const liveChoice = 'live';
export type KindChoice = DataKind | typeof liveChoice;

const choices: Array<{ value: KindChoice; label: string; description: string }> = [
  ...dataKinds.map((value) => ({ value, label: kindTexts[value].label, description: kindTexts[value].description })),
  {
    value: liveChoice,
    label: 'Live',
    description: 'Page views, errors and vitals of the last minute, counted every second',
  },
];

interface Props {
  value: KindChoice;
  onChange: (value: KindChoice) => void;
}

/** What the query is about. */
export function KindField({ value, onChange }: Props) {
  return (
    <Field label="Ask about" noMargin>
      <ScrollingRow>
        <RadioButtonGroup aria-label="Ask about" options={choices} value={value} onChange={onChange} />
      </ScrollingRow>
    </Field>
  );
}
