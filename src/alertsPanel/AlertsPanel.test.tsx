import {
  FieldType,
  getDefaultTimeRange,
  LoadingState,
  toDataFrame,
  type DataFrame,
  type PanelProps,
} from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { callRoute } from '../api/callRoute';
import { alertOf } from '../components/alerts/testing/alertOf';
import { actingDatasource } from './actingDatasource';
import { AlertsPanel } from './AlertsPanel';
import { defaultOptions, type AlertsPanelOptions } from './AlertsPanelOptions';

jest.mock('../api/callRoute');
jest.mock('./actingDatasource');
const route = jest.mocked(callRoute);

const rows = toDataFrame({
  fields: [
    { name: 'id', values: ['a', 'b'] },
    { name: 'status', values: ['active', 'resolved'] },
    { name: 'severity', values: ['high', 'low'] },
    { name: 'title', values: ['LCP is poor', 'It was nothing'] },
    { name: 'labels', values: ['{"team":"web"}', '{}'] },
    { name: 'timestamp', type: FieldType.time, values: [2_000, 1_000] },
    { name: 'version', values: [1, 1] },
  ],
});

function show(series: DataFrame[], options: Partial<AlertsPanelOptions> = {}, uid: string | null = 'seamark') {
  jest.mocked(actingDatasource).mockReturnValue(uid ?? undefined);
  const props = {
    data: { series, state: LoadingState.Done, timeRange: getDefaultTimeRange() },
    options: { ...defaultOptions, ...options },
    replaceVariables: (text: string) => text.replace('$team', 'web'),
    width: 800,
    height: 400,
  } as unknown as PanelProps<AlertsPanelOptions>;
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <AlertsPanel {...props} />
    </MemoryRouter>
  );
}

jest.setTimeout(60_000);

describe('the alerts panel', () => {
  it('shows open alerts, and acts on them as they were seen', async () => {
    route.mockImplementation((async (_uid: string, name: string) =>
      name === 'actOnAlerts'
        ? { items: [{ id: 'a', status: 200 }] }
        : alertOf('a', {
            title: 'LCP is poor',
            status: 'acknowledged',
            acknowledged_login: 'jane',
            version: 2,
          })) as typeof callRoute);
    show([rows]);
    expect(screen.queryByText('It was nothing')).not.toBeInTheDocument();
    await userEvent.click(screen.getByText('Acknowledge'));
    await userEvent.keyboard('on it{Enter}');
    expect(await screen.findByText('Acknowledged')).toBeInTheDocument();
    expect(route).toHaveBeenCalledWith('seamark', 'actOnAlerts', {
      body: { act: 'acknowledge', comment: 'on it', items: [{ id: 'a', expected_version: 1 }] },
    });
  });

  it('has no buttons where nobody may act', () => {
    show([rows], {}, null);
    expect(screen.getByText('LCP is poor')).toBeInTheDocument();
    expect(screen.queryByText('Acknowledge')).not.toBeInTheDocument();
  });

  it('has none where its options say so', () => {
    show([rows], { showActions: false });
    expect(screen.queryByText('Acknowledge')).not.toBeInTheDocument();
  });

  it('fills variables into its filter on labels', () => {
    show([rows], { labels: 'team="$team"' });
    expect(screen.getByText('LCP is poor')).toBeInTheDocument();
  });

  it('says that all is quiet, what is wrong, and what it needs', () => {
    show([rows], { labels: 'team="other"' });
    expect(screen.getByText('All quiet')).toBeInTheDocument();
    show([rows], { labels: 'team' });
    expect(screen.getByText(/cannot be read/)).toBeInTheDocument();
    show([]);
    expect(screen.getByText(/the kind Alerts with the format Logs/)).toBeInTheDocument();
  });

  it('says how many it leaves out', () => {
    show([rows], { statuses: [], maxRows: 1 });
    expect(screen.getByText(/newest 1 of 2/)).toBeInTheDocument();
  });
});
