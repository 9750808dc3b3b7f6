import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { ApiError } from '../../../api/ApiError';
import { callRoute } from '../../../api/callRoute';
import { isAdmin, mayEdit, myLogin } from '../../../api/datasource';
import { alertOf, ruleOf } from '../../../components/alerts/testing/alertOf';
import type { AlertInstanceDetail } from '../../../contract/resources/alertInstances';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';
import { InstanceScreen } from './InstanceScreen';

jest.mock('../../../api/callRoute');
jest.mock('../../../api/datasource');
jest.mock('../../../api/listAssignees', () => ({ listAssignees: () => Promise.resolve(['ada']) }));
// Drawn by Scenes, on a canvas that there is none of here; their parts have tests of their own.
jest.mock('./SeriesChart', () => ({ SeriesChart: () => <div>chart</div> }));
jest.mock('./Around', () => ({ Around: () => <div>around</div> }));

const route = jest.mocked(callRoute);

interface Server {
  alert: AlertInstanceDetail | ApiError;
  rule: AlertRuleDetail | ApiError;
  conflict: boolean;
}

async function show(role: 'Viewer' | 'Editor' | 'Admin', given: Partial<Server> = {}): Promise<Server> {
  jest.mocked(mayEdit).mockReturnValue(role !== 'Viewer');
  jest.mocked(isAdmin).mockReturnValue(role === 'Admin');
  jest.mocked(myLogin).mockReturnValue('jane');
  const server: Server = { alert: alertOf('one'), rule: ruleOf(), conflict: false, ...given };
  const answer = <T,>(value: T | ApiError): T => {
    if (value instanceof ApiError) {
      throw value;
    }
    return value;
  };
  route.mockReset();
  route.mockImplementation((async (_uid: string, name: string) => {
    switch (name) {
      case 'getAlertInstance':
        return answer(server.alert);
      case 'getAlertRule':
        return answer(server.rule);
      case 'listAlertHistory': {
        const opened = { at: '2026-11-23T10:00:00.000Z', actor: null, kind: 'opened', comment: null };
        return { items: [{ ...opened, details: { value: 3100 } }], next_cursor: null };
      }
      case 'actOnAlerts':
        return {
          items: [
            server.conflict
              ? { id: 'one', status: 409, error: { code: 'conflict', message: 'It was changed meanwhile' } }
              : { id: 'one', status: 200 },
          ],
        };
      default:
        return { items: [], next_cursor: null };
    }
  }) as typeof callRoute);
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <InstanceScreen datasourceUid="seamark" instanceId="one" />
    </MemoryRouter>
  );
  await waitFor(() => expect(screen.queryByLabelText('Loading the alert')).not.toBeInTheDocument());
  return server;
}

const deeds = () => route.mock.calls.filter(([, name]) => name === 'actOnAlerts').map(([, , input]) => input);
const items = [{ id: 'one', expected_version: 1 }];

jest.setTimeout(60_000);

describe('the page of an alert', () => {
  it('says what fires, how far beyond its limit, by which rule, and what happened', async () => {
    await show('Admin');
    expect(screen.getByRole('heading', { name: 'LCP is poor (one)' })).toBeInTheDocument();
    expect(screen.getByText(/Now 3.2 s, fires above 2.5 s/)).toBeInTheDocument();
    expect(screen.getByText(/p75 of LCP by page over 5 min is above 2.5 s/)).toBeInTheDocument();
    expect(screen.getByText('It opened at 3.1 s')).toBeInTheDocument();
    expect(screen.getByText('Nobody has it')).toBeInTheDocument();
    expect(route.mock.calls.map(([, name]) => name)).toContain('listNotificationDeliveries');
  });

  it('lets a Viewer look, and keeps the delivery log to Admins', async () => {
    await show('Viewer');
    expect(screen.getByText('You can look, but not act')).toBeInTheDocument();
    expect(screen.queryByText('Acknowledge')).not.toBeInTheDocument();
    expect(screen.getByText(/shown to Admins/)).toBeInTheDocument();
    expect(route.mock.calls.map(([, name]) => name)).not.toContain('listNotificationDeliveries');
  });

  it('is resolved with a reason, by a key', async () => {
    await show('Editor');
    await userEvent.keyboard('r');
    await userEvent.keyboard('the cache was cold{Enter}');
    expect(deeds()).toEqual([{ body: { act: 'resolve', comment: 'the cache was cold', items } }]);
  });

  it('is taken by whoever looks, or given to somebody', async () => {
    await show('Editor');
    await userEvent.click(screen.getByText('Assign'));
    await userEvent.click(screen.getByText('To me'));
    await waitFor(() => expect(screen.queryByText('To me')).not.toBeInTheDocument());
    await userEvent.click(screen.getByText('Assign'));
    const form = within(screen.getByRole('dialog'));
    await waitFor(() => expect(form.getByRole('option', { hidden: true })).toHaveValue('ada'));
    await userEvent.type(form.getByRole('combobox'), 'joe{Enter}');
    expect(deeds()).toEqual([
      { body: { act: 'assign', to: 'jane', items } },
      { body: { act: 'assign', to: 'joe', items } },
    ]);
  });

  it('says who was faster', async () => {
    const acknowledged = { status: 'acknowledged' as const, acknowledged_login: 'joe' };
    await show('Editor', { conflict: true, alert: alertOf('one', acknowledged) });
    await userEvent.click(screen.getByText('Unacknowledge'));
    expect(await screen.findByText('joe acknowledged this a moment ago.')).toBeInTheDocument();
    await userEvent.click(screen.getByText('Try again'));
    await waitFor(() => expect(screen.queryByText('joe acknowledged this a moment ago.')).not.toBeInTheDocument());
  });

  it('explains what keeps a person from relying on it', async () => {
    const evaluation = { at: '2026-11-23T10:05:00.000Z', duration_ms: 10_000, label_sets: 0, firing: 0 };
    await show('Editor', {
      alert: alertOf('one', { is_flapping: true, concern: 'no data', silenced_until: '2026-11-23T12:00:00.000Z' }),
      rule: ruleOf({ last_evaluation: { ...evaluation, error: 'it took longer than 10 s' } }),
    });
    expect(screen.getByText('It flaps')).toBeInTheDocument();
    expect(screen.getByText(/stopped coming/)).toBeInTheDocument();
    expect(screen.getByText(/Silenced until 2026-11-23 12:00/)).toBeInTheDocument();
    expect(screen.getByText(/it took longer than 10 s/)).toBeInTheDocument();
  });

  it('outlives its rule', async () => {
    await show('Editor', { rule: new ApiError('There is no such thing', 404) });
    expect(screen.getByText('The rule that opened it was deleted.')).toBeInTheDocument();
    expect(screen.queryByText('chart')).not.toBeInTheDocument();
  });

  it('leads to the inbox where there is no such alert, and says what is wrong otherwise', async () => {
    await show('Editor', { alert: new ApiError('There is no such thing', 404) });
    expect(screen.getByText('There is no such alert')).toBeInTheDocument();
    expect(screen.getByText('Open the inbox')).toBeInTheDocument();
  });

  it('keeps what it shows while the server is away', async () => {
    const server = await show('Editor');
    server.alert = new ApiError('The database is away', 503);
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'LCP is poor (one)' })).toBeInTheDocument();
  });
});
