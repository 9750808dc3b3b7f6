import { Stack } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../api/callRoute';
import { mayEdit } from '../../api/datasource';
import { useAction } from '../../api/useAction';
import { ErrorNotice } from '../../components/ErrorNotice';
import type { ErrorGroup } from '../../contract/resources/errorGroups';
import type { Decision } from './Decision';
import { DecisionButtons } from './DecisionButtons';
import { isOpen } from './statusTexts';

interface Props {
  datasourceUid: string;
  group: ErrorGroup;
  onChange: () => void;
}

/** Resolve, ignore or take up again; for Editors. */
export function GroupActions({ datasourceUid, group, onChange }: Props) {
  const { id, version } = group;
  const decide = useAction(
    useCallback(
      async ({ act, ...body }: Decision) => {
        const input = { params: { id }, body: { ...body, expected_version: version } };
        await callRoute(datasourceUid, `${act}ErrorGroup`, input);
        onChange();
      },
      [datasourceUid, id, version, onChange]
    )
  );
  if (!mayEdit()) {
    return null;
  }
  return (
    <Stack direction="column" gap={1}>
      <DecisionButtons
        open={isOpen(group)}
        closed={!isOpen(group)}
        disabled={decide.running}
        onDecide={(decision) => void decide.run(decision)}
      />
      {decide.error && <ErrorNotice title="Nothing was changed" message={decide.error.message} onRetry={onChange} />}
    </Stack>
  );
}
