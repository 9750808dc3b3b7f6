import { Badge, Field, Input, Stack, Switch, Text } from '@grafana/ui';
import React, { useId } from 'react';
import { severityColours } from '../../../../components/severityColours';
import type { PreviewSeverity, SeverityPreview } from '../../../../contract/resources/severityRules';

/** An error to try the rules with. */
export type SampleError = Required<PreviewSeverity['error']>;

interface Props {
  sample: SampleError;
  /** What the server says; undefined while it is asked for the first time. */
  preview?: Pick<SeverityPreview, 'severity'> & { place: number | null };
  onChange: (part: Partial<SampleError>) => void;
}

/** Says which severity an error would get. */
export function TryError({ sample, preview, onChange }: Props) {
  const id = useId();
  const text = (name: 'type' | 'message' | 'url', label: string, placeholder: string, width: number) => (
    <Field label={label} noMargin>
      <Input
        id={`${id}-${name}`}
        width={width}
        value={sample[name]}
        placeholder={placeholder}
        onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    </Field>
  );
  return (
    <fieldset aria-label="Try it">
      <Stack direction="column" gap={1}>
        <Text element="h4">Try it</Text>
        <Stack gap={1} wrap="wrap" alignItems="flex-start">
          {text('type', 'Class of an error', 'TypeError', 24)}
          {text('message', 'Its message', 'x is not a function', 34)}
          {text('url', 'Its page', 'https://shop.example/checkout', 34)}
          <Field label="Somebody caught it" noMargin>
            <Stack alignItems="center" height={4}>
              <Switch
                id={`${id}-handled`}
                value={sample.handled}
                onChange={(event) => onChange({ handled: event.currentTarget.checked })}
              />
            </Stack>
          </Field>
        </Stack>
        <span role="status">
          {preview && (
            <Stack gap={1} alignItems="center">
              <Badge text={preview.severity} color={severityColours[preview.severity]} />
              <Text color="secondary">
                {preview.place === null ? 'No rule fits: what is built in decides.' : `Rule ${preview.place} decides.`}
              </Text>
            </Stack>
          )}
        </span>
      </Stack>
    </fieldset>
  );
}
