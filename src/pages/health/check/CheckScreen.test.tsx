import { locationService, LocationServiceProvider } from '@grafana/runtime';
import { render, screen, within } from '@testing-library/react';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { ApiError } from '../../../api/ApiError';
import { mayEdit } from '../../../api/datasource';
import { answerRoutes, sentTo } from '../../../api/testing/answerRoutes';
import { roomForOptions } from '../../../components/testing/roomForOptions';
import type { HealthCheck, ProbeResult } from '../../../contract/resources/healthChecks';
import { storedCheck } from '../testing/storedCheck';
import CheckScreen from './CheckScreen';

jest.mock('../../../api/callRoute');
jest.mock('../../../api/datasource');
jest.mock('../History', () => ({ History: () => null }));

const result: ProbeResult = {
  checked_at: '2026-11-29T08:00:00.000Z',
  status: 'down',
  response_time_ms: null,
  last_error: 'connection refused',
  location: 'berlin',
  attempts: 2,
  phases: {},
  assertions: [],
  details: { certificate: { subject: 'shop.example', issuer: 'An authority' } },
};
const period = {
  from: '2026-11-29T00:00:00.000Z',
  to: '2026-11-29T08:00:00.000Z',
  uptime: 99.95,
  observed_seconds: 28_800,
  degraded_seconds: 0,
  down_seconds: 14,
  maintenance_seconds: 0,
  budget_left_seconds: null,
  burn_rate: null,
};

const day = { ...period, budget_left_seconds: -14, burn_rate: 3 };

/** The page of a check; an Error is thrown where the check is asked for. */
function show(check: HealthCheck | Error, role: 'Viewer' | 'Editor' = 'Editor') {
  jest.mocked(mayEdit).mockReturnValue(role === 'Editor');
  answerRoutes({
    getHealthCheck: check,
    getUptime: {
      ...{ check_id: storedCheck.id, service_name: 'checkout', uptime_target: 99.9 },
      ...{ day, week: period, month: period, quarter: period, days: [period] },
      ...{ budget_left_seconds: 2578, burn_rate: 2 },
    },
    listIncidents: { items: [], next_cursor: null },
    listHealthResults: { items: [result], next_cursor: null },
  });
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <LocationServiceProvider service={locationService}>
        <CheckScreen datasourceUid="seamark" checkId={storedCheck.id} />
      </LocationServiceProvider>
    </MemoryRouter>
  );
}

jest.setTimeout(60_000);
beforeEach(roomForOptions);

describe('the page of a check', () => {
  it('says what is looked at, what is wrong, how much may still be down, and whose certificate it is', async () => {
    show({
      ...storedCheck,
      status: 'down',
      last_error: 'connection refused',
      certificate_expires_at: '2027-01-01T00:00:00.000Z',
    });
    expect(await screen.findByText('https://shop.example/health')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('connection refused');
    expect(await screen.findByText(/42 min 58 s left/)).toBeInTheDocument();
    expect(screen.getByText('14 s too much')).toHaveAttribute('title', 'Used 3.0 times as fast as allowed');
    const certificate = within(await screen.findByRole('region', { name: 'Certificate' }));
    expect(certificate.getByText('An authority')).toBeInTheDocument();
    const results = within(screen.getByRole('region', { name: 'Results' }));
    expect(await results.findByText('connection refused · 2 attempts · berlin')).toBeInTheDocument();
  });

  it('asks for results and incidents of the time that is chosen, of this check, and for the latest result once', async () => {
    const time = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-02T00:00:00.000Z' };
    locationService.partial(time, true);
    show(storedCheck);
    expect(await screen.findByText('None in this time.')).toBeInTheDocument();
    expect(await screen.findByText('connection refused · 2 attempts · berlin')).toBeInTheDocument();
    expect(sentTo('listHealthResults')).toEqual([
      { params: { id: storedCheck.id }, query: expect.objectContaining({ ...time, limit: 50 }) },
    ]);
    expect(sentTo('listIncidents')).toEqual([{ query: expect.objectContaining({ ...time, check: storedCheck.id }) }]);
    locationService.partial({ from: undefined, to: undefined }, true);
  });

  it('shows a Viewer everything but what changes it', async () => {
    show(storedCheck, 'Viewer');
    expect(await screen.findByText('https://shop.example/health')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Run now|Delete/ })).not.toBeInTheDocument();
  });

  it('says that a check may have been deleted', async () => {
    show(new ApiError('nothing', 404));
    expect(await screen.findByText('There is no such check')).toBeInTheDocument();
  });
});
