import { Modal } from '@grafana/ui';
import React from 'react';

const keys: ReadonlyArray<readonly [string, string]> = [
  ['j, k', 'Move down and up'],
  ['Enter', 'Open the alert'],
  ['x', 'Select it'],
  ['a', 'Acknowledge it, or what is selected'],
  ['r', 'Resolve it, or what is selected'],
  ['c', 'Comment on it'],
  ['n', 'Show alerts that came meanwhile'],
  ['?', 'This list'],
];

const forViewers = ['j, k', 'n', 'Enter', '?'];

interface Props {
  mayEdit: boolean;
  onClose: () => void;
}

/** The keys of the inbox. */
export function KeyHelp({ mayEdit, onClose }: Props) {
  return (
    <Modal isOpen title="Keys" onDismiss={onClose}>
      <table>
        <tbody>
          {keys
            .filter(([key]) => mayEdit || forViewers.includes(key))
            .map(([key, text]) => (
              <tr key={key}>
                <td style={{ paddingRight: 24 }}>
                  <kbd>{key}</kbd>
                </td>
                <td>{text}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Modal>
  );
}
