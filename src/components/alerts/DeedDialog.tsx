import { Modal } from '@grafana/ui';
import React, { cloneElement, type ReactElement } from 'react';
import { DeedForm, type Said } from './DeedForm';
import { deedTexts, type Deed } from './deedTexts';

interface Props {
  deed: Deed;
  count?: number;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
  onSend: (said: Said) => Promise<void>;
  onReload?: () => void;
  /** The button that opens it. */
  children: ReactElement<{ onClick?: () => void; 'aria-haspopup'?: 'dialog'; 'aria-expanded'?: boolean }>;
}

/** A button that asks for a comment before it does what it says. */
export function DeedDialog({ deed, count = 1, isOpen, onOpen, onClose, onSend, onReload, children }: Props) {
  const { title } = deedTexts[deed];
  return (
    <>
      {cloneElement(children, { onClick: onOpen, 'aria-haspopup': 'dialog', 'aria-expanded': isOpen })}
      {isOpen && (
        // Not beside the button: a row at the edge of a screen or of a panel has no room for it.
        <Modal isOpen title={count > 1 ? `${title} ${count} alerts` : title} onDismiss={onClose}>
          <DeedForm deed={deed} onSend={onSend} onDone={onClose} onCancel={onClose} {...(onReload && { onReload })} />
        </Modal>
      )}
    </>
  );
}
