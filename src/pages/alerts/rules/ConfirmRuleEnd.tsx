import { ConfirmModal } from '@grafana/ui';
import React from 'react';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';

type Ending = 'delete' | 'switch off';

interface Props {
  rule: Pick<AlertRuleDetail, 'name' | 'open_instances'>;
  /** What is about to be done; undefined: nothing. */
  ending: Ending | undefined;
  onDismiss: () => void;
  onConfirm: (ending: Ending) => Promise<void>;
}

/** What is lost by deleting a rule or switching it off, in words. */
export function lostBy(ending: Ending, openInstances: number): string {
  const open = openInstances === 1 ? 'Its open alert' : `Its ${openInstances} open alerts`;
  const resolved =
    openInstances === 0
      ? 'It has no open alerts.'
      : `${open} will be resolved with that as the reason, and one message says so.`;
  return ending === 'delete'
    ? `${resolved} Nobody is told any more when its condition is met. Alerts of the past stay in the inbox; the rule cannot be brought back.`
    : `${resolved} Nobody is told any more until it is switched on again.`;
}

/** Asks once before open alerts end. */
export function ConfirmRuleEnd({ rule, ending, onDismiss, onConfirm }: Props) {
  return (
    <ConfirmModal
      isOpen={ending !== undefined}
      title={`${ending === 'delete' ? 'Delete' : 'Switch off'} “${rule.name}”?`}
      body={ending && lostBy(ending, rule.open_instances)}
      confirmText={ending === 'delete' ? 'Delete the rule' : 'Switch it off'}
      onDismiss={onDismiss}
      onConfirm={() => {
        if (ending) {
          void onConfirm(ending);
        }
      }}
    />
  );
}
