import { locationService } from '@grafana/runtime';
import { Alert } from '@grafana/ui';
import React, { useCallback, useRef } from 'react';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { useLoaded } from '../../../api/useLoaded';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { alertPresets } from '../../../contract/alerting/presets';
import { alertRulePath } from '../../../contract/pagePaths';
import type { CreateAlertRule } from '../../../contract/resources/alertRules';
import { formOfRule } from './formOfRule';
import { RuleEditor } from './RuleEditor';
import { newRuleForm, type RuleForm } from './RuleForm';

/** What a new rule begins as: a copy of another, a preset, or an empty form. `search` is that of the URL. */
async function beginning(datasourceUid: string, search: URLSearchParams): Promise<RuleForm> {
  const copied = search.get('copy');
  if (copied) {
    const rule = await callRoute(datasourceUid, 'getAlertRule', { params: { id: copied } });
    return { ...formOfRule(rule), name: `${rule.name} (copy)`.slice(0, 255) };
  }
  const preset = alertPresets.find(({ id }) => id === search.get('preset'));
  return preset ? formOfRule(preset.rule) : newRuleForm;
}

/** A rule that is not there yet. */
export default function NewRuleScreen({ datasourceUid }: { datasourceUid: string }) {
  const initial = useLoaded(useCallback(() => beginning(datasourceUid, locationService.getSearch()), [datasourceUid]));
  const created = useRef<string>();
  const goThere = useCallback(() => {
    if (created.current !== undefined) {
      locationService.replace(created.current);
    }
  }, []);
  const create = useCallback(
    async (body: CreateAlertRule) => {
      const { id, updated_at } = await callRoute(datasourceUid, 'createAlertRule', { body });
      created.current = `${alertRulePath(id)}?saved=${encodeURIComponent(updated_at)}`;
    },
    [datasourceUid]
  );

  if (!mayEdit()) {
    return (
      <Alert severity="info" title="Only Editors and Admins create rules">
        Ask one of them, or look at the rules that there are.
      </Alert>
    );
  }
  if (initial.error) {
    return <ErrorNotice title="The rule cannot be copied" message={initial.error.message} onRetry={initial.reload} />;
  }
  if (!initial.value) {
    return <Skeleton label="Loading the form" lines={10} />;
  }
  return <RuleEditor datasourceUid={datasourceUid} initial={initial.value} isNew onSave={create} onSaved={goThere} />;
}
