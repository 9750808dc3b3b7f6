import { Toggletip } from '@grafana/ui';
import React, { type ReactElement } from 'react';
import { DeedForm, type Said } from './DeedForm';
import type { Deed } from './deedTexts';

interface Props {
  deed: Deed;
  count?: number;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
  onSend: (said: Said) => Promise<void>;
  onReload?: () => void;
  /** The button that opens it. */
  children: ReactElement;
}

/** A button that asks for a comment before it does what it says. */
export function DeedPopover({ deed, count = 1, isOpen, onOpen, onClose, onSend, onReload, children }: Props) {
  return (
    <Toggletip
      show={isOpen}
      onOpen={onOpen}
      onClose={onClose}
      closeButton={false}
      placement="bottom-end"
      content={
        isOpen ? (
          <DeedForm
            deed={deed}
            count={count}
            onSend={onSend}
            onDone={onClose}
            onCancel={onClose}
            {...(onReload && { onReload })}
          />
        ) : (
          <></>
        )
      }
    >
      {children}
    </Toggletip>
  );
}
