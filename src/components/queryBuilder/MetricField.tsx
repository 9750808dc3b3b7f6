import type { ComboboxOption } from '@grafana/ui';
import React, { useId } from 'react';
import { webVitals } from '../../contract/webVitals';
import { Choice } from './Choice';
import { EditorField } from './EditorField';
import type { EditorContext } from './EditorContext';
import { suggestValues } from './suggestValues';

const vitalNames: Record<(typeof webVitals)[number], string> = {
  LCP: 'Largest Contentful Paint',
  INP: 'Interaction to Next Paint',
  CLS: 'Cumulative Layout Shift',
  FCP: 'First Contentful Paint',
  TTFB: 'Time to First Byte',
};
const vitals: ComboboxOption[] = webVitals.map((value) => ({ value, label: value, description: vitalNames[value] }));

interface Props extends EditorContext {
  kind: 'performance' | 'metrics';
  value: string | undefined;
  hint: string | undefined;
  onChange: (metric: string) => void;
}

/** Which vital, or which of the app's own metrics. */
export function MetricField({ value, hint, onChange, ...context }: Props) {
  const id = useId();
  const field = context.kind === 'performance' ? 'metric_type' : 'name';
  const suggest = async (search: string) => {
    const found = await suggestValues(context, field, search);
    return context.kind === 'performance' ? withVitals(found, search) : found;
  };
  return (
    <EditorField label="Metric" hint={hint}>
      <Choice
        id={id}
        options={suggest}
        value={value || undefined}
        placeholder="Choose a metric"
        isOpen
        isInvalid={hint !== undefined}
        onChange={onChange}
      />
    </EditorField>
  );
}

/** The five vitals first, whether or not any were measured, then what else was. */
function withVitals(found: ComboboxOption[], search: string): ComboboxOption[] {
  const wanted = search.toLowerCase();
  return [
    ...vitals.filter(({ value, description }) => `${value} ${description}`.toLowerCase().includes(wanted)),
    ...found.filter(({ value }) => !vitals.some((vital) => vital.value === value)),
  ];
}
