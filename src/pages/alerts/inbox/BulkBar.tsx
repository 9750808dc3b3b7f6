import { Alert, Button, Checkbox, Stack, Text } from '@grafana/ui';
import React from 'react';
import type { Said } from '../../../components/alerts/DeedForm';
import { DeedDialog } from '../../../components/alerts/DeedDialog';
import { canBeDone, deedTexts, type Deed } from '../../../components/alerts/deedTexts';
import type { AlertInstanceDetail } from '../../../contract/resources/alertInstances';
import type { Outcome } from './useInboxDeeds';

interface Props {
  listed: number;
  selected: readonly AlertInstanceDetail[];
  asking: Deed | undefined;
  outcome: Outcome | undefined;
  onAsk: (deed: Deed | undefined) => void;
  onSend: (deed: Deed, said: Said) => Promise<void>;
  onSelectAll: (isSelected: boolean) => void;
  onHelp: () => void;
}

const deeds: readonly Deed[] = ['acknowledge', 'resolve'];

/** What is selected and what can be done to it; how the last deed went. */
export function BulkBar({ listed, selected, asking, outcome, onAsk, onSend, onSelectAll, onHelp }: Props) {
  const count = selected.length;
  return (
    <Stack direction="column" gap={1}>
      <Stack gap={2} alignItems="center" wrap="wrap" minHeight={4}>
        <Checkbox
          aria-label="Select all of the list"
          value={count > 0 && count >= listed}
          indeterminate={count > 0 && count < listed}
          onChange={(event) => onSelectAll(event.currentTarget.checked)}
        />
        <span role="status">
          {count > 0 ? (
            `${count} selected`
          ) : (
            <Text color="secondary">
              {outcome && `${outcome.text} `}Keys: j and k move, a acknowledges, r resolves, c comments, x selects.
            </Text>
          )}
        </span>
        {count > 0 &&
          deeds
            .filter((deed) => selected.some(({ status }) => canBeDone(deed, status)))
            .map((deed) => (
              <DeedDialog
                key={deed}
                deed={deed}
                count={count}
                isOpen={asking === deed}
                onOpen={() => onAsk(deed)}
                onClose={() => onAsk(undefined)}
                onSend={(said) => onSend(deed, said)}
              >
                <Button size="sm" variant={deed === 'acknowledge' ? 'primary' : 'secondary'}>
                  {deedTexts[deed].title}
                </Button>
              </DeedDialog>
            ))}
        {count > 0 && (
          <Button size="sm" variant="secondary" fill="text" onClick={() => onSelectAll(false)}>
            Select none
          </Button>
        )}
        <Button size="sm" variant="secondary" fill="text" icon="keyboard" aria-label="Keys" onClick={onHelp} />
      </Stack>
      {outcome !== undefined && outcome.left.length > 0 && (
        <Alert severity="warning" title={`${outcome.text} Not changed: ${outcome.left.length}`}>
          <ul>
            {outcome.left.map(({ alert, reason }) => (
              <li key={alert.id}>
                {alert.title}: {reason}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </Stack>
  );
}
