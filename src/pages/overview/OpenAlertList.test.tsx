import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { ApiError } from '../../api/ApiError';
import { callRoute } from '../../api/callRoute';
import { mayEdit } from '../../api/datasource';
import { alertOf, ruleOf } from '../../components/alerts/testing/alertOf';
import type { AlertInstanceDetail } from '../../contract/resources/alertInstances';
import { OpenAlertList } from './OpenAlertList';

jest.mock('../../api/callRoute');
jest.mock('../../api/datasource');
const route = jest.mocked(callRoute);

function show(alerts: AlertInstanceDetail[] | ApiError, rules = 1) {
  route.mockReset();
  route.mockImplementation((async (_uid: string, name: string) => {
    if (name === 'listAlertRules') {
      return { items: Array.from({ length: rules }, () => ruleOf()), next_cursor: null };
    }
    if (name === 'actOnAlerts') {
      return { items: [{ id: 'one', status: 200 }] };
    }
    if (alerts instanceof ApiError) {
      throw alerts;
    }
    return { items: alerts, next_cursor: null };
  }) as typeof callRoute);
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <OpenAlertList datasourceUid="seamark" apps={undefined} />
    </MemoryRouter>
  );
}

jest.setTimeout(60_000);

describe('open alerts on the overview', () => {
  it('are acknowledged in place', async () => {
    jest.mocked(mayEdit).mockReturnValue(true);
    show([alertOf('one')]);
    await userEvent.click(await screen.findByText('Acknowledge'));
    await userEvent.keyboard('{Enter}');
    expect(route).toHaveBeenCalledWith('seamark', 'actOnAlerts', {
      body: { act: 'acknowledge', items: [{ id: 'one', expected_version: 1 }] },
    });
  });
  it('give a Viewer no button', async () => {
    jest.mocked(mayEdit).mockReturnValue(false);
    show([alertOf('one')]);
    expect(await screen.findByText('LCP is poor (one)')).toBeInTheDocument();
    expect(screen.queryByText('Acknowledge')).not.toBeInTheDocument();
  });
  it('lead to a first rule, or say that all is quiet', async () => {
    show([], 0);
    expect(await screen.findByRole('link', { name: 'Create one' })).toBeInTheDocument();
  });
  it('say that all is quiet where rules watch', async () => {
    show([]);
    expect(await screen.findByText(/All quiet/)).toBeInTheDocument();
  });
  it('say what is wrong, and try again', async () => {
    show(new ApiError('The database is away', 503));
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    expect(screen.getByText('Try again')).toBeInTheDocument();
  });
});
