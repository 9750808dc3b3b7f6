import { dateTime } from '@grafana/data';
import { Button, ButtonGroup, Dropdown, Menu, Stack } from '@grafana/ui';
import React from 'react';
import type { Decision } from './Decision';

interface Props {
  /** Some are open: they can be resolved and ignored. */
  open: boolean;
  /** Some were decided about: they can be taken up again. */
  closed: boolean;
  disabled: boolean;
  onDecide: (decision: Decision) => void;
}

/** Resolve, ignore or take up again. */
export function DecisionButtons({ open, closed, disabled, onDecide }: Props) {
  const until = (days: number) => dateTime().add(days, 'days').toISOString();
  const ignoring = (
    <Menu>
      <Menu.Item label="For a day" onClick={() => onDecide({ act: 'ignore', until: until(1) })} />
      <Menu.Item label="For a week" onClick={() => onDecide({ act: 'ignore', until: until(7) })} />
      <Menu.Item label="Until 100 more errors" onClick={() => onDecide({ act: 'ignore', until_events: 100 })} />
      <Menu.Item label="For ever" onClick={() => onDecide({ act: 'ignore' })} />
    </Menu>
  );
  return (
    <Stack gap={1} wrap="wrap">
      {open && (
        <>
          <ButtonGroup>
            <Button disabled={disabled} onClick={() => onDecide({ act: 'resolve', in: 'now' })}>
              Resolve
            </Button>
            <Button
              variant="secondary"
              disabled={disabled}
              tooltip="It may still come from releases that are out; a newer release brings it back"
              onClick={() => onDecide({ act: 'resolve', in: 'next_release' })}
            >
              In the next release
            </Button>
          </ButtonGroup>
          <Dropdown overlay={ignoring}>
            <Button variant="secondary" disabled={disabled}>
              Ignore…
            </Button>
          </Dropdown>
        </>
      )}
      {closed && (
        <Button variant="secondary" disabled={disabled} onClick={() => onDecide({ act: 'reopen' })}>
          Reopen
        </Button>
      )}
    </Stack>
  );
}
