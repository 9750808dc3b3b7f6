import { Field, Input, Stack, Switch } from '@grafana/ui';
import React, { useId } from 'react';
import type { AppDraft, DraftProblems } from './AppDraft';

interface Props {
  draft: AppDraft;
  problems: DraftProblems;
  onChange: (part: Partial<AppDraft>) => void;
}

/** How many requests the app's keys and a single client may make. */
export function RateLimitFields({ draft, problems, onChange }: Props) {
  const id = useId();
  return (
    <>
      <Field
        label="Limit requests"
        description="For each key and each client address. Above it, clients are told to wait. Lift it only behind a limit of your own."
      >
        <Switch
          id={`${id}-limited`}
          value={draft.limited}
          onChange={(event) => onChange({ limited: event.currentTarget.checked })}
        />
      </Field>
      {draft.limited && (
        <Stack gap={2} wrap="wrap">
          <Field
            label="Requests a second"
            invalid={Boolean(problems.requestsPerSecond)}
            error={problems.requestsPerSecond}
          >
            <Input
              id={`${id}-rate`}
              width={20}
              inputMode="decimal"
              value={draft.requestsPerSecond}
              onChange={(event) => onChange({ requestsPerSecond: event.currentTarget.value })}
            />
          </Field>
          <Field label="Burst" invalid={Boolean(problems.burst)} error={problems.burst}>
            <Input
              id={`${id}-burst`}
              width={20}
              inputMode="numeric"
              value={draft.burst}
              onChange={(event) => onChange({ burst: event.currentTarget.value })}
            />
          </Field>
        </Stack>
      )}
    </>
  );
}
