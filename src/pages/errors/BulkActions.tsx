import { Alert, Button, Stack, Text } from '@grafana/ui';
import React, { useCallback, useState, type RefObject } from 'react';
import { useAction } from '../../api/useAction';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useListKeys } from '../../components/useListKeys';
import type { ErrorGroup } from '../../contract/resources/errorGroups';
import { decideAboutGroups, type Undecided } from './decideAboutGroups';
import type { Decision } from './Decision';
import { DecisionButtons } from './DecisionButtons';
import { isOpen } from './statusTexts';

interface Props {
  datasourceUid: string;
  /** What holds the list, for its keys. */
  list: RefObject<HTMLElement>;
  selected: readonly ErrorGroup[];
  onClear: () => void;
  /** After a decision, with the ids of groups that stayed as they were. */
  onDecided: (undecided: readonly string[]) => void;
}

const done = { resolve: 'resolved', ignore: 'ignored', reopen: 'reopened' } as const;

/** Decides about the selected groups, by buttons or keys. */
export function BulkActions({ datasourceUid, list, selected, onClear, onDecided }: Props) {
  const [outcome, setOutcome] = useState<{ text: string; undecided: Undecided[] }>();
  const decide = useAction(
    useCallback(
      async (decision: Decision) => {
        setOutcome(undefined);
        const undecided = await decideAboutGroups(datasourceUid, selected, decision);
        const count = selected.length - undecided.length;
        setOutcome({ text: `${count} ${count === 1 ? 'error' : 'errors'} ${done[decision.act]}.`, undecided });
        onDecided(undecided.map(({ group }) => group.id));
      },
      [datasourceUid, selected, onDecided]
    )
  );
  const byKey = (decision: Decision) => () => {
    if (selected.length > 0 && !decide.running) {
      void decide.run(decision);
    }
  };
  useListKeys(list, {
    r: byKey({ act: 'resolve', in: 'now' }),
    i: byKey({ act: 'ignore' }),
    u: byKey({ act: 'reopen' }),
  });
  return (
    <Stack direction="column" gap={1}>
      <Stack gap={2} alignItems="center" wrap="wrap" minHeight={4}>
        <span role="status">
          {selected.length > 0 ? (
            `${selected.length} selected`
          ) : (
            <Text color="secondary">
              {outcome && `${outcome.text} `}Keys: j and k move, x selects, r resolves, i ignores, u reopens.
            </Text>
          )}
        </span>
        {selected.length > 0 && (
          <>
            <DecisionButtons
              open={selected.some(isOpen)}
              closed={!selected.every(isOpen)}
              disabled={decide.running}
              onDecide={(decision) => void decide.run(decision)}
            />
            <Button variant="secondary" fill="text" onClick={onClear}>
              Select none
            </Button>
          </>
        )}
      </Stack>
      {decide.error && <ErrorNotice title="Nothing is sure to have changed" message={decide.error.message} />}
      {outcome !== undefined && outcome.undecided.length > 0 && (
        <Alert severity="warning" title={`${outcome.text} Not changed: ${outcome.undecided.length}`}>
          <ul>
            {outcome.undecided.map(({ group, reason }) => (
              <li key={group.id}>
                {group.title}: {reason}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </Stack>
  );
}
