import { Dropdown, IconButton, Menu, Switch } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { useAction } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { alertRulePath, pagePaths } from '../../../contract/pagePaths';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';
import { ConfirmRuleEnd } from './ConfirmRuleEnd';

interface Props {
  datasourceUid: string;
  rule: AlertRuleDetail;
  onChange: () => void;
}

type Ending = 'delete' | 'switch off';

/** Switch, edit, duplicate, delete; for Editors. What ends open alerts asks first. */
export function RuleActions({ datasourceUid, rule, onChange }: Props) {
  const [asking, setAsking] = useState<Ending>();
  const { id, version } = rule;
  const change = useAction(
    useCallback(
      async (act: 'delete' | 'switch off' | 'switch on') => {
        const params = { id };
        if (act === 'delete') {
          await callRoute(datasourceUid, 'deleteAlertRule', { params });
        } else {
          const body = { enabled: act === 'switch on', expected_version: version };
          await callRoute(datasourceUid, 'updateAlertRule', { params, body });
        }
        onChange();
      },
      [datasourceUid, id, version, onChange]
    )
  );
  if (!mayEdit()) {
    return null;
  }
  const isProvisioned = rule.provisioned === true;
  const toggle = () => {
    if (!rule.enabled) {
      void change.run('switch on');
    } else if (rule.open_instances > 0) {
      setAsking('switch off');
    } else {
      void change.run('switch off');
    }
  };
  const menu = (
    <Menu>
      <Menu.Item label={isProvisioned ? 'Look at it' : 'Edit'} icon="pen" url={alertRulePath(id)} />
      <Menu.Item label="Duplicate" icon="copy" url={`${pagePaths.alertRules}/new?copy=${encodeURIComponent(id)}`} />
      {!isProvisioned && <Menu.Divider />}
      {!isProvisioned && <Menu.Item label="Delete…" icon="trash-alt" destructive onClick={() => setAsking('delete')} />}
    </Menu>
  );
  return (
    <>
      <Switch
        aria-label={`${rule.name} is evaluated`}
        value={rule.enabled}
        disabled={change.running || isProvisioned}
        onChange={toggle}
      />
      <Dropdown overlay={menu} placement="bottom-end">
        <IconButton
          name="ellipsis-v"
          size="lg"
          aria-label={`More for ${rule.name}`}
          tooltip={`More for ${rule.name}`}
        />
      </Dropdown>
      {change.error && (
        <ErrorNotice title="The rule was not changed" message={change.error.message} onRetry={onChange} />
      )}
      <ConfirmRuleEnd
        rule={rule}
        ending={asking}
        onDismiss={() => setAsking(undefined)}
        onConfirm={async (ending) => {
          await change.run(ending);
          setAsking(undefined);
        }}
      />
    </>
  );
}
