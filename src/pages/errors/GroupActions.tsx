import { dateTime } from '@grafana/data';
import { Button, ButtonGroup, Dropdown, Menu, Stack } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../api/callRoute';
import { mayEdit } from '../../api/datasource';
import { useAction } from '../../api/useAction';
import { ErrorNotice } from '../../components/ErrorNotice';
import type { ErrorGroup, IgnoreErrorGroup, ResolveErrorGroup } from '../../contract/resources/errorGroups';

interface Props {
  datasourceUid: string;
  group: ErrorGroup;
  onChange: () => void;
}

type Decision =
  | { act: 'resolve'; body: ResolveErrorGroup }
  | { act: 'ignore'; body: IgnoreErrorGroup }
  | { act: 'reopen'; body: object };

/** Resolve, ignore or take up again; for Editors. */
export function GroupActions({ datasourceUid, group, onChange }: Props) {
  const { id, version } = group;
  const decide = useAction(
    useCallback(
      async ({ act, body }: Decision) => {
        const input = { params: { id }, body: { ...body, expected_version: version } };
        await callRoute(datasourceUid, `${act}ErrorGroup`, input);
        onChange();
      },
      [datasourceUid, id, version, onChange]
    )
  );
  if (!mayEdit()) {
    return null;
  }
  const isOpen = group.status === 'unresolved' || group.status === 'regressed';
  const until = (days: number) => dateTime().add(days, 'days').toISOString();
  const ignore = (body: IgnoreErrorGroup) => void decide.run({ act: 'ignore', body });
  const ignoring = (
    <Menu>
      <Menu.Item label="For a day" onClick={() => ignore({ until: until(1) })} />
      <Menu.Item label="For a week" onClick={() => ignore({ until: until(7) })} />
      <Menu.Item label="Until 100 more errors" onClick={() => ignore({ until_events: 100 })} />
      <Menu.Item label="For ever" onClick={() => ignore({})} />
    </Menu>
  );
  return (
    <Stack direction="column" gap={1}>
      {isOpen ? (
        <Stack gap={1}>
          <ButtonGroup>
            <Button disabled={decide.running} onClick={() => void decide.run({ act: 'resolve', body: { in: 'now' } })}>
              Resolve
            </Button>
            <Button
              variant="secondary"
              disabled={decide.running}
              tooltip="It may still come from releases that are out; a newer release brings it back"
              onClick={() => void decide.run({ act: 'resolve', body: { in: 'next_release' } })}
            >
              In the next release
            </Button>
          </ButtonGroup>
          <Dropdown overlay={ignoring}>
            <Button variant="secondary" disabled={decide.running}>
              Ignore…
            </Button>
          </Dropdown>
        </Stack>
      ) : (
        <Button
          variant="secondary"
          disabled={decide.running}
          onClick={() => void decide.run({ act: 'reopen', body: {} })}
        >
          Reopen
        </Button>
      )}
      {decide.error && <ErrorNotice title="Nothing was changed" message={decide.error.message} onRetry={onChange} />}
    </Stack>
  );
}
