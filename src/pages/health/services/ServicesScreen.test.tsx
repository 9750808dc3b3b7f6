import { locationService } from '@grafana/runtime';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { ApiError } from '../../../api/ApiError';
import { mayEdit } from '../../../api/datasource';
import { answerRoutes } from '../../../api/testing/answerRoutes';
import { roomForOptions } from '../../../components/testing/roomForOptions';
import type { HealthCheck } from '../../../contract/resources/healthChecks';
import { storedCheck } from '../testing/storedCheck';
import ServicesScreen from './ServicesScreen';

jest.mock('../../../api/callRoute');
jest.mock('../../../api/datasource');

const labels = { app: 'shop', service_name: 'warehouse', status: 'degraded' };
/** The answer to every query: an app reports of a service. */
const reports = {
  results: {
    A: {
      frames: [
        {
          schema: {
            fields: [
              { name: 'time', type: 'time' },
              { name: 'count', type: 'number', labels },
            ],
          },
          data: { values: [[Date.now()], [3]] },
        },
      ],
    },
  },
};

function show(checks: HealthCheck[], query: unknown = { results: {} }) {
  jest.mocked(mayEdit).mockReturnValue(true);
  answerRoutes({ listHealthChecks: { items: checks, next_cursor: null }, query, getUptime: new Error('not now') });
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <ServicesScreen datasourceUid="seamark" />
    </MemoryRouter>
  );
}

jest.setTimeout(60_000);
beforeEach(roomForOptions);
// Filters are kept there.
afterEach(() => locationService.partial({ query: undefined }, true));

describe('the services', () => {
  it('include those that report by themselves, marked as such, with a way to their history', async () => {
    show([storedCheck], reports);
    const section = within(await screen.findByRole('region', { name: 'Reported by services themselves' }));
    expect(section.getByText('Reported')).toBeInTheDocument();
    expect(section.getByText('Degraded')).toBeInTheDocument();
    expect(section.getByRole('link', { name: 'warehouse' })).toHaveAttribute(
      'href',
      expect.stringContaining('/health/reported?app=shop&service=warehouse')
    );
    expect(screen.getByText('1 degraded, 1 healthy')).toBeInTheDocument();
    await userEvent.type(screen.getByPlaceholderText(/Search names/), 'nowhere');
    expect(await screen.findByText('No service fits')).toBeInTheDocument();
  });

  it('are no empty list where none is looked at and one reports', async () => {
    show([], reports);
    expect(await screen.findByRole('link', { name: 'warehouse' })).toBeInTheDocument();
    expect(screen.queryByText('Nothing is looked at yet')).not.toBeInTheDocument();
  });

  it('lead to the first check where there is nothing', async () => {
    show([]);
    expect(await screen.findByText('Nothing is looked at yet')).toBeInTheDocument();
  });

  it('are shown also where what is reported cannot be read', async () => {
    show([storedCheck], new ApiError('the database is away', 503));
    expect(await screen.findByRole('link', { name: storedCheck.service_name })).toBeInTheDocument();
    expect(await screen.findByText('the database is away')).toBeInTheDocument();
  });
});
