import { dateTime } from '@grafana/data';
import { FilterInput, Stack } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../api/callRoute';
import { FilterChoice } from '../../components/FilterChoice';
import { SeverityFilter } from '../../components/SeverityFilter';
import { errorGroupOrders, errorGroupStatuses } from '../../contract/errorGroupStates';
import type { ErrorGroupQuery } from '../../contract/resources/errorGroups';
import { statusTexts } from './statusTexts';

/** What a person may choose; kept in the URL. */
export type ChosenFilters = Pick<ErrorGroupQuery, 'app' | 'status' | 'severity' | 'query' | 'sort'>;

const open = 'unresolved,regressed';
const statuses = [
  { value: open, label: 'Open', description: 'Unresolved and regressed' },
  ...errorGroupStatuses.map((value) => ({ value: value as string, ...statusTexts[value] })),
  { value: '', label: 'All states' },
];
const orderTexts = { last_seen: 'Last seen', first_seen: 'First seen', events: 'Events', users: 'Users' };
const orders = errorGroupOrders.map((value) => ({ value, label: orderTexts[value] }));

interface Props {
  datasourceUid: string;
  chosen: ChosenFilters;
  onChange: (change: ChosenFilters) => void;
}

/** Search, app, state, severity and order of the list. */
export function GroupFilters({ datasourceUid, chosen, onChange }: Props) {
  const [typed, setTyped] = useState(chosen.query ?? '');
  const apps = useCallback(
    async (typed: string) => {
      const values = await callRoute(datasourceUid, 'listFieldValues', {
        params: { name: 'app' },
        query: { kind: 'errors', from: dateTime().subtract(90, 'days').toISOString(), ...(typed && { search: typed }) },
      });
      return values.items.map(({ value }) => ({ value }));
    },
    [datasourceUid]
  );
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ query: typed });
      }}
    >
      <Stack gap={1} wrap="wrap">
        <FilterInput
          placeholder="Search title, place or fingerprint; Enter searches"
          width={44}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            if (text === '') {
              onChange({ query: '' });
            }
          }}
        />
        <FilterChoice
          name="App"
          width={22}
          placeholder="All apps"
          options={apps}
          value={chosen.app}
          onChange={(app) => onChange({ app })}
        />
        <FilterChoice
          name="State"
          width={22}
          options={statuses}
          value={chosen.status ?? open}
          onChange={(status) => onChange({ status: status ?? '' })}
        />
        <SeverityFilter value={chosen.severity} onChange={(severity) => onChange({ severity })} />
        <FilterChoice
          name="Order"
          width={18}
          options={orders}
          value={chosen.sort ?? 'last_seen'}
          onChange={(value) => onChange({ sort: errorGroupOrders.find((order) => order === value) })}
        />
      </Stack>
    </form>
  );
}
