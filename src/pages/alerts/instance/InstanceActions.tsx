import { Button, Stack } from '@grafana/ui';
import React, { useCallback, useRef, useState } from 'react';
import { actOnAlert, type AlertDeed } from '../../../api/actOnAlerts';
import { myLogin } from '../../../api/datasource';
import { listAssignees } from '../../../api/listAssignees';
import { useAction } from '../../../api/useAction';
import { DeedDialog } from '../../../components/alerts/DeedDialog';
import { canBeDone, deedTexts, type Deed } from '../../../components/alerts/deedTexts';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useListKeys } from '../../../components/useListKeys';
import type { AlertInstanceDetail } from '../../../contract/resources/alertInstances';
import { AssignPopover } from './AssignPopover';

interface Props {
  datasourceUid: string;
  alert: AlertInstanceDetail;
  /** After an act, and where somebody was faster. */
  onChange: () => void;
}

const deeds: readonly Deed[] = ['acknowledge', 'resolve', 'comment'];

/** What an Editor can do to one alert, by buttons or the keys of the inbox. */
export function InstanceActions({ datasourceUid, alert, onChange }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState<Deed | 'assign'>();
  const act = useCallback(
    async (deed: AlertDeed) => {
      await actOnAlert(datasourceUid, alert, deed);
      onChange();
    },
    [datasourceUid, alert, onChange]
  );
  const people = useCallback(() => listAssignees(datasourceUid), [datasourceUid]);
  const direct = useAction(act);
  const ask = (deed: Deed) => () => canBeDone(deed, alert.status) && setAsking(deed);
  useListKeys(bar, { a: ask('acknowledge'), r: ask('resolve'), c: ask('comment') });
  const reload = () => {
    setAsking(undefined);
    direct.clearError();
    onChange();
  };
  const close = () => setAsking(undefined);

  return (
    <div ref={bar}>
      <Stack direction="column" gap={1}>
        <Stack gap={1} wrap="wrap">
          {deeds
            .filter((deed) => canBeDone(deed, alert.status))
            .map((deed) => (
              <DeedDialog
                key={deed}
                deed={deed}
                isOpen={asking === deed}
                onOpen={() => setAsking(deed)}
                onClose={close}
                onSend={(said) => act({ act: deed, ...said })}
                onReload={reload}
              >
                <Button variant={deed === 'acknowledge' ? 'primary' : 'secondary'}>{deedTexts[deed].title}</Button>
              </DeedDialog>
            ))}
          {alert.status === 'acknowledged' && (
            <Button
              variant="secondary"
              disabled={direct.running}
              tooltip="Nobody has it any more: it is active again, and reminders go on"
              onClick={() => void direct.run({ act: 'unacknowledge' })}
            >
              Unacknowledge
            </Button>
          )}
          {alert.status !== 'resolved' && (
            <AssignPopover
              listAssignees={people}
              me={myLogin()}
              assigned={alert.assigned_to}
              isOpen={asking === 'assign'}
              onOpen={() => setAsking('assign')}
              onClose={close}
              onAssign={(to) => act({ act: 'assign', to })}
            />
          )}
        </Stack>
        {direct.error && <ErrorNotice title="Nothing was changed" message={direct.error.message} onRetry={reload} />}
      </Stack>
    </div>
  );
}
