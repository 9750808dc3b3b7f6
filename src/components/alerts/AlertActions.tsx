import { Button, IconButton } from '@grafana/ui';
import React from 'react';
import type { Said } from './DeedForm';
import { DeedDialog } from './DeedDialog';
import { canBeDone, type Deed } from './deedTexts';
import type { ShownAlert } from './ShownAlert';

interface Props {
  alert: ShownAlert;
  /** What is being asked about right now. */
  asking: Deed | undefined;
  onAsk: (deed: Deed | undefined) => void;
  onSend: (deed: Deed, said: Said) => Promise<void>;
  onReload?: () => void;
  /** Without comments where there is little room. */
  deeds?: readonly Deed[];
}

const all: readonly Deed[] = ['acknowledge', 'resolve', 'comment'];

/** What can be done to one alert in a row: acknowledge, resolve, comment. */
export function AlertActions({ alert, asking, onAsk, onSend, onReload, deeds = all }: Props) {
  return (
    <>
      {deeds
        .filter((deed) => canBeDone(deed, alert.status))
        .map((deed) => (
          <DeedDialog
            key={deed}
            deed={deed}
            isOpen={asking === deed}
            onOpen={() => onAsk(deed)}
            onClose={() => onAsk(undefined)}
            onSend={(said) => onSend(deed, said)}
            {...(onReload && { onReload })}
          >
            <DeedButton deed={deed} />
          </DeedDialog>
        ))}
    </>
  );
}

const DeedButton = React.forwardRef<HTMLButtonElement, { deed: Deed }>(function DeedButton({ deed, ...rest }, ref) {
  switch (deed) {
    case 'acknowledge':
      return (
        <Button ref={ref} size="sm" variant="secondary" icon="check" {...rest}>
          Acknowledge
        </Button>
      );
    case 'resolve':
      return (
        <Button ref={ref} size="sm" variant="secondary" fill="outline" {...rest}>
          Resolve
        </Button>
      );
    case 'comment':
      return <IconButton ref={ref} name="comment-alt" aria-label="Comment" {...rest} />;
  }
});
