import { Button, Field, Input, Stack, Text } from '@grafana/ui';
import React, { useCallback, useId, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { useAction } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import type { IncidentDetail } from '../../../contract/resources/incidents';

interface Props {
  datasourceUid: string;
  incident: IncidentDetail;
  onChange: () => void;
}

/** Why it happened: the first error, until a person puts it better. */
export function CauseEditor({ datasourceUid, incident: { id, cause, version }, onChange }: Props) {
  const inputId = useId();
  const [draft, setDraft] = useState<string>();
  const save = useAction(
    useCallback(
      async (text: string) => {
        const body = { cause: text, expected_version: version };
        await callRoute(datasourceUid, 'updateIncident', { params: { id }, body });
        setDraft(undefined);
        onChange();
      },
      [datasourceUid, id, version, onChange]
    )
  );
  if (draft === undefined) {
    return (
      <Stack gap={1} wrap="wrap" alignItems="center">
        <Text>Cause: {cause}</Text>
        {mayEdit() && (
          <Button size="sm" variant="secondary" icon="pen" onClick={() => setDraft(cause)}>
            Put it better
          </Button>
        )}
      </Stack>
    );
  }
  return (
    <form
      style={{ maxWidth: 640 }}
      onSubmit={(event) => {
        event.preventDefault();
        void save.run(draft);
      }}
    >
      {save.error && <ErrorNotice title="The cause was not kept" message={save.error.message} onRetry={onChange} />}
      <Field label="Cause">
        <Input
          id={inputId}
          autoFocus
          maxLength={2048}
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
      </Field>
      <Stack gap={1}>
        <Button type="submit" disabled={save.running || draft.trim() === ''}>
          Save
        </Button>
        <Button type="button" variant="secondary" onClick={() => setDraft(undefined)}>
          Cancel
        </Button>
      </Stack>
    </form>
  );
}
