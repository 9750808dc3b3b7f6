import { Button, EmptyState, LinkButton } from '@grafana/ui';
import React from 'react';
import type { AlertStatus } from '../../../contract/alerting/alertStatuses';
import { pagePaths } from '../../../contract/pagePaths';

interface Props {
  status: AlertStatus;
  isFiltered: boolean;
  /** Rules that are enabled, and all of them; undefined while nobody knows. */
  rules: { enabled: number; all: number } | undefined;
  mayEdit: boolean;
  onClear: () => void;
}

const texts: Record<AlertStatus, { message: string; text: string }> = {
  active: { message: 'All quiet', text: 'Nothing fires that nobody has.' },
  acknowledged: { message: 'Nobody has an alert', text: 'Alerts that somebody acknowledges are here until they end.' },
  resolved: { message: 'Nothing has ended yet', text: 'Alerts are kept here once they recover or somebody ends them.' },
};

/** What to see where no alert fits, and what to do next. */
export function NothingHere({ status, isFiltered, rules, mayEdit, onClear }: Props) {
  if (isFiltered) {
    return (
      <EmptyState
        variant="not-found"
        message="No alert fits these filters"
        button={<Button onClick={onClear}>Clear filters</Button>}
      />
    );
  }
  if (rules?.all === 0) {
    return (
      <EmptyState
        variant="call-to-action"
        message="No alert rule yet"
        {...(mayEdit && {
          button: (
            <LinkButton icon="plus" href={pagePaths.alertRules}>
              Create a rule
            </LinkButton>
          ),
        })}
      >
        {mayEdit
          ? 'A rule says what somebody should be told of: a slow page, a burst of errors, a service that is down.'
          : 'Ask an Editor to create one. What it finds shows up here by itself.'}
      </EmptyState>
    );
  }
  const { message, text } = texts[status];
  const watching =
    rules &&
    ` ${rules.enabled === 0 ? 'But no rule is enabled.' : `${rules.enabled} ${rules.enabled === 1 ? 'rule watches' : 'rules watch'}.`}`;
  return (
    <EmptyState variant="completed" message={message}>
      {text}
      {watching}
    </EmptyState>
  );
}
