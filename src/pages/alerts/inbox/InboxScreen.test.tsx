import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { ApiError } from '../../../api/ApiError';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { alertOf, ruleOf } from '../../../components/alerts/testing/alertOf';
import type { AlertInstanceDetail } from '../../../contract/resources/alertInstances';
import { InboxScreen } from './InboxScreen';

jest.mock('../../../api/callRoute');
jest.mock('../../../api/datasource');
// Drawn by measuring text, which no canvas does here.
jest.mock('./InboxFilterBar', () => ({ InboxFilterBar: () => null }));

const route = jest.mocked(callRoute);
const zero = { critical: 0, high: 0, medium: 0, low: 0 };
const counts = { active: { ...zero, critical: 1, high: 2 }, acknowledged: zero, resolved: zero };

interface Server {
  alerts: AlertInstanceDetail[];
  rules: number;
  /** Ids that somebody else was faster with. */
  conflicts: string[];
  error?: ApiError;
}

/** A server that answers what `server` holds at the time, and keeps what was done. */
function serve(server: Server): void {
  route.mockReset();
  route.mockImplementation((async (_uid: string, name: string, input: { body?: { items: Array<{ id: string }> } }) => {
    switch (name) {
      case 'listAlertInstances':
        if (server.error) {
          throw server.error;
        }
        return { items: server.alerts, next_cursor: null };
      case 'countAlertInstances':
        return counts;
      case 'listAlertRules':
        return { items: Array.from({ length: server.rules }, () => ruleOf()), next_cursor: null };
      case 'getAlertInstance':
        return alertOf('one', {
          status: 'acknowledged',
          acknowledged_login: 'jane',
          acknowledged_at: new Date().toISOString(),
        });
      default:
        return {
          items: input.body?.items.map(({ id }) =>
            server.conflicts.includes(id)
              ? { id, status: 409, error: { code: 'conflict', message: 'It was changed meanwhile' } }
              : { id, status: 200, instance: alertOf(id) }
          ),
        };
    }
  }) as typeof callRoute);
}

const deeds = () => route.mock.calls.filter(([, name]) => name === 'actOnAlerts').map(([, , input]) => input);
const look = () => act(async () => void document.dispatchEvent(new Event('visibilitychange')));

async function show(role: 'Viewer' | 'Editor', server: Partial<Server> = {}): Promise<Server> {
  jest.mocked(mayEdit).mockReturnValue(role === 'Editor');
  const all: Server = {
    alerts: [alertOf('one'), alertOf('two'), alertOf('three')],
    rules: 1,
    conflicts: [],
    ...server,
  };
  serve(all);
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <InboxScreen datasourceUid="seamark" />
    </MemoryRouter>
  );
  await waitFor(() => expect(screen.queryByLabelText('Loading the alerts')).not.toBeInTheDocument());
  return all;
}

jest.setTimeout(60_000);

describe('the inbox', () => {
  it('shows value against limit, in the unit of the rule, and how many there are', async () => {
    await show('Editor');
    expect((await screen.findAllByText('3.2 s')).length).toBe(3);
    expect(screen.getAllByText('above 2.5 s')).toHaveLength(3);
    expect(screen.getByRole('tab', { name: /Active.*3/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /1 critical/ })).toBeInTheDocument();
  });

  it('tells a Viewer why there is nothing to act with', async () => {
    await show('Viewer');
    expect(screen.getByText(/need the role\s+Editor/)).toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Acknowledge' })).not.toBeInTheDocument();
    await userEvent.keyboard('ja');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'LCP is poor (one)' })).toHaveFocus();
  });

  it('is acknowledged with the keyboard alone, as it was seen', async () => {
    await show('Editor');
    await userEvent.keyboard('jja');
    expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveFocus();
    await userEvent.keyboard('on it{Enter}');
    await waitFor(() =>
      expect(deeds()).toEqual([
        { body: { act: 'acknowledge', comment: 'on it', items: [{ id: 'two', expected_version: 1 }] } },
      ])
    );
    expect(await screen.findByText(/“LCP is poor \(two\)” acknowledged/)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('link', { name: 'LCP is poor (two)' })).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Select LCP is poor (three)' })).toHaveFocus());
  });

  it('says who was faster, and keeps what was typed', async () => {
    await show('Editor', { conflicts: ['one'] });
    await userEvent.keyboard('ja');
    await userEvent.keyboard('mine{Enter}');
    expect(await screen.findByText('jane acknowledged this a moment ago.')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('mine');
    const before = route.mock.calls.length;
    await userEvent.click(screen.getByRole('button', { name: /Reload/ }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(route.mock.calls.slice(before).map(([, name]) => name)).toContain('listAlertInstances');
  });

  it('keeps the row that is asked about, and lets it go once what there is now was asked for', async () => {
    const server = await show('Editor', { conflicts: ['one'] });
    await userEvent.keyboard('ja');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Comment' }), 'mine');
    server.alerts = [alertOf('two'), alertOf('three')];
    await look();
    expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('mine');
    await userEvent.keyboard('{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: /Reload/ }));
    await waitFor(() => expect(screen.queryByText('LCP is poor (one)')).not.toBeInTheDocument());
    expect(screen.queryByText(/Not here any more/)).not.toBeInTheDocument();
  });

  it('resolves what is selected at once, and names what was not changed', async () => {
    await show('Editor', { conflicts: ['one'] });
    await userEvent.keyboard('jxjxr');
    const dialog = await screen.findByRole('dialog', { name: 'Resolve 2 alerts' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Resolve' }));
    expect(await screen.findByText(/1 alert resolved. Not changed: 1/)).toBeInTheDocument();
    expect(screen.getByText('LCP is poor (one): jane acknowledged this a moment ago.')).toBeInTheDocument();
    expect(screen.getByText('1 selected')).toBeInTheDocument();
  });

  it('moves nothing under the pointer: new alerts wait until they are asked for', async () => {
    const server = await show('Editor');
    await userEvent.hover(screen.getByRole('link', { name: 'LCP is poor (two)' }));
    server.alerts = [alertOf('four'), alertOf('one'), alertOf('three')];
    await look();
    expect(screen.queryByRole('link', { name: 'LCP is poor (four)' })).not.toBeInTheDocument();
    expect(screen.getByText(/Not here any more/)).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: /1 new alert/ }));
    expect(screen.getByRole('link', { name: 'LCP is poor (four)' })).toBeInTheDocument();
    expect(screen.queryByText(/Not here any more/)).not.toBeInTheDocument();
  });

  it('keeps its list while the server is away, and says that it is old', async () => {
    const server = await show('Editor');
    server.error = new ApiError('The database is away', 503);
    await look();
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    expect(screen.getByText(/may be old/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'LCP is poor (one)' })).toBeInTheDocument();
  });

  it('says what is wrong when it cannot be read at all, and tries again when asked', async () => {
    const server = await show('Editor', { error: new ApiError('labels: "=" is missing', 400) });
    expect(screen.getByText('labels: "=" is missing')).toBeInTheDocument();
    delete server.error;
    await userEvent.click(screen.getByRole('button', { name: /Try again/ }));
    expect(await screen.findByRole('link', { name: 'LCP is poor (one)' })).toBeInTheDocument();
  });

  it('leads to a first rule, or says that all is quiet', async () => {
    await show('Editor', { alerts: [], rules: 0 });
    expect(await screen.findByRole('link', { name: 'Create a rule' })).toBeInTheDocument();
  });

  it('says that all is quiet where rules watch', async () => {
    await show('Viewer', { alerts: [] });
    expect(await screen.findByText('All quiet')).toBeInTheDocument();
    expect(await screen.findByText(/1 rule watches/)).toBeInTheDocument();
  });

  it('shows its keys', async () => {
    await show('Editor');
    await userEvent.keyboard('?');
    expect(await screen.findByText('Acknowledge it, or what is selected')).toBeInTheDocument();
  });
});
