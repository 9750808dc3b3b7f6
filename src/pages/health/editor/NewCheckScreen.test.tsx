import { locationService } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { ApiError } from '../../../api/ApiError';
import { mayEdit } from '../../../api/datasource';
import { answerRoutes, sentTo } from '../../../api/testing/answerRoutes';
import { roomForOptions } from '../../../components/testing/roomForOptions';
import type { ProbeResult } from '../../../contract/resources/healthChecks';
import { storedCheck } from '../testing/storedCheck';
import NewCheckScreen from './NewCheckScreen';

jest.mock('../../../api/callRoute');
jest.mock('../../../api/datasource');

const result: ProbeResult = {
  checked_at: '2026-11-29T08:00:00.000Z',
  status: 'down',
  response_time_ms: 41,
  last_error: 'status is 503, expected: = 200',
  location: 'berlin',
  attempts: 1,
  phases: { connect: 1, first_byte: 40 },
  assertions: [
    { assertion: { source: 'status', operator: '=', value: 200 }, holds: false, found: '503' },
    { assertion: { source: 'duration', operator: '<', value: 500, level: 'warning' }, holds: true, found: '41' },
  ],
  details: { status: 503, http_version: '1.1' },
};

/** The editor of a server with these answers; an Error is thrown. */
function show(answers: Record<string, unknown> = {}, role: 'Viewer' | 'Editor' = 'Editor') {
  jest.mocked(mayEdit).mockReturnValue(role === 'Editor');
  answerRoutes(answers);
  render(<NewCheckScreen datasourceUid="seamark" />);
}

const type = (label: RegExp | string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

jest.setTimeout(30_000);
beforeEach(roomForOptions);

describe('a new check', () => {
  it('shows how each assertion went before anything is kept', async () => {
    show({ tryHealthCheck: result });
    type(/^Service/, 'checkout');
    type(/^Address/, 'https://shop.example/health');
    await userEvent.click(screen.getByRole('button', { name: 'Add an assertion' }));
    type('Assertion 1: what', '200');
    await userEvent.click(screen.getByRole('button', { name: 'Run now' }));
    const outcome = within(await screen.findByRole('alert'));
    const lines = outcome.getAllByRole('listitem').map((line) => line.textContent);
    expect(lines).toEqual([
      'Does not hold: Status = 200 (found 503)',
      'Holds: Time in ms < 500 (found 41), warns only',
    ]);
    expect(outcome.getByText(/From berlin/)).toBeInTheDocument();
    expect(sentTo('tryHealthCheck')).toMatchObject([
      { body: { service_name: 'checkout', assertions: [{ source: 'status', operator: '=', value: 200 }] } },
    ]);
    expect(sentTo('createHealthCheck')).toEqual([]);
  });

  it('leads to where it is kept', async () => {
    show({ createHealthCheck: storedCheck });
    type(/^Service/, 'checkout');
    type(/^Address/, 'https://shop.example/health');
    await userEvent.click(screen.getByRole('button', { name: 'Add a header' }));
    type('Name of header 1', 'accept');
    type('Value of header 1', 'text/html');
    await userEvent.click(screen.getByRole('button', { name: 'Create the check' }));
    await waitFor(() => expect(locationService.getLocation().pathname).toContain(storedCheck.id));
    expect(sentTo('createHealthCheck')).toMatchObject([
      { body: { settings: { url: 'https://shop.example/health', headers: { accept: 'text/html' } } } },
    ]);
  });

  it('says what the server says is wrong, and keeps what was typed', async () => {
    show({ createHealthCheck: new ApiError('"settings.url" is missing', 400) });
    type(/^Service/, 'checkout');
    await userEvent.click(screen.getByRole('button', { name: 'Create the check' }));
    expect(await screen.findByText('"settings.url" is missing')).toBeInTheDocument();
    expect(screen.getByLabelText(/^Service/)).toHaveValue('checkout');
  });

  it('is not for a Viewer', () => {
    show({}, 'Viewer');
    expect(screen.getByText(/Only Editors and Admins/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Create/ })).not.toBeInTheDocument();
    expect(screen.getByLabelText(/^Service/)).toBeDisabled();
  });
});
