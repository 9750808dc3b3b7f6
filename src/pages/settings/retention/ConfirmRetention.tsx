import { dateTime } from '@grafana/data';
import { ConfirmModal } from '@grafana/ui';
import React from 'react';
import { describeChange } from './describeChange';
import type { RetentionChange } from './RetentionDraft';

interface Props {
  /** Empty: nobody asks. */
  changes: RetentionChange[];
  onConfirm: () => Promise<void>;
  onDismiss: () => void;
}

/** Says what a change deletes, and asks once. */
export function ConfirmRetention({ changes, onConfirm, onDismiss }: Props) {
  const now = dateTime().valueOf();
  const deletes = changes.some(({ from, to }) => to < from);
  return (
    <ConfirmModal
      isOpen={changes.length > 0}
      title={deletes ? 'Keep it for less long?' : 'Change how long it is kept?'}
      body={
        <ul style={{ paddingLeft: 20 }}>
          {changes.map((change) => (
            <li key={change.name}>
              <strong>{change.name}</strong>: {describeChange(change, now)}
            </li>
          ))}
        </ul>
      }
      confirmText={deletes ? 'Save and delete' : 'Save'}
      confirmButtonVariant={deletes ? 'destructive' : 'primary'}
      onDismiss={onDismiss}
      onConfirm={onConfirm}
    />
  );
}
