import { dateTime } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { EmptyState, LinkButton, Stack } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { useLoaded } from '../../../api/useLoaded';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { pagePaths } from '../../../contract/pagePaths';
import type { CreateAlertRule } from '../../../contract/resources/alertRules';
import { formOfRule } from './formOfRule';
import { RuleEditor } from './RuleEditor';
import { RuleView } from './RuleView';
import { SavedOutcome } from './SavedOutcome';
import { TestNotification } from './TestNotification';
import { whyReadOnly } from './whyReadOnly';

interface Props {
  datasourceUid: string;
  ruleId: string;
}

/** A stored rule: to edit, or to look at where it cannot be edited by this person or here. */
export default function RuleEditorScreen({ datasourceUid, ruleId }: Props) {
  // Coming from the page where it was created.
  const [savedAt, setSavedAt] = useState(() => locationService.getSearch().get('saved') ?? undefined);
  const stored = useLoaded(
    useCallback(() => callRoute(datasourceUid, 'getAlertRule', { params: { id: ruleId } }), [datasourceUid, ruleId])
  );
  const { value: rule, reload } = stored;
  const version = rule?.version;

  const update = useCallback(
    async (body: CreateAlertRule, expected: number | undefined) => {
      const params = { id: ruleId };
      const saved = await callRoute(datasourceUid, 'updateAlertRule', {
        params,
        body: { ...body, ...(expected !== undefined && { expected_version: expected }) },
      });
      setSavedAt(saved.updated_at);
      reload();
    },
    [datasourceUid, ruleId, reload]
  );
  const save = useCallback((body: CreateAlertRule) => update(body, version), [update, version]);
  const overwrite = useCallback((body: CreateAlertRule) => update(body, undefined), [update]);

  if (stored.error?.status === 404) {
    return (
      <EmptyState
        variant="not-found"
        message="There is no such rule"
        button={<LinkButton href={pagePaths.alertRules}>Back to the rules</LinkButton>}
      >
        Somebody may have deleted it. Alerts that it opened are still in the inbox.
      </EmptyState>
    );
  }
  if (stored.error && !rule) {
    return <ErrorNotice title="The rule cannot be read" message={stored.error.message} onRetry={reload} />;
  }
  if (!rule) {
    return <Skeleton label="Loading the rule" lines={10} />;
  }
  const reason = whyReadOnly(rule, mayEdit());
  if (reason !== undefined) {
    return <RuleView datasourceUid={datasourceUid} rule={rule} reason={reason} />;
  }
  return (
    <Stack direction="column" gap={2}>
      {savedAt !== undefined && dateTime(savedAt).isValid() && (
        <SavedOutcome key={savedAt} datasourceUid={datasourceUid} ruleId={ruleId} savedAt={savedAt} />
      )}
      <RuleEditor
        // What was saved, by whomever, is a new form.
        key={rule.version}
        datasourceUid={datasourceUid}
        initial={formOfRule(rule)}
        isNew={false}
        onSave={save}
        onReload={reload}
        onOverwrite={overwrite}
        acts={(isDirty) => (
          <TestNotification
            datasourceUid={datasourceUid}
            ruleId={ruleId}
            obstacle={
              isDirty
                ? 'Save your changes first: the test sends what is stored.'
                : rule.notification_channels.length === 0
                  ? 'It has no channels to send to.'
                  : undefined
            }
          />
        )}
      />
    </Stack>
  );
}
