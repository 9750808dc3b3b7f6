import { locationService } from '@grafana/runtime';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { ApiError } from '../../../api/ApiError';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { roomForOptions } from '../../../components/testing/roomForOptions';
import type { Silence } from '../../../contract/resources/silences';
import SilencesScreen from './SilencesScreen';

jest.mock('../../../api/callRoute');
jest.mock('../../../api/datasource');

const route = jest.mocked(callRoute);
const inputs = (name: string) =>
  route.mock.calls
    .filter(([, called]) => called === name)
    .map(([, , input]) => input as { params?: unknown; query?: unknown; body?: Record<string, unknown> });
const silence = (part: Partial<Silence> = {}): Silence => ({
  id: 's1',
  name: null,
  comment: 'They know',
  matchers: [{ name: 'team', operator: '=', value: 'web' }],
  starts_at: '2026-11-29T08:00:00.000Z',
  ends_at: '2099-11-29T12:00:00.000Z',
  status: 'active',
  created_login: 'ada',
  created_at: '2026-11-29T08:00:00.000Z',
  updated_at: '2026-11-29T08:00:00.000Z',
  version: 4,
  ...part,
});
const none = { critical: 0, high: 0, medium: 0, low: 0 };

/** The page with these silences; an Error among the answers is thrown. */
function show(
  silences: Silence[],
  search = '',
  role: 'Viewer' | 'Editor' = 'Editor',
  answers: Record<string, unknown> = {}
) {
  locationService.push(`/a/seamark-monitoring-app/alerts/silences${search}`);
  jest.mocked(mayEdit).mockReturnValue(role === 'Editor');
  const all: Record<string, unknown> = {
    listSilences: { items: silences, next_cursor: null },
    listMaintenanceWindows: { items: [], next_cursor: null },
    listAlertInstances: { items: [], next_cursor: null },
    countAlertInstances: { active: { ...none, high: 2 }, acknowledged: { ...none, low: 1 }, resolved: none },
    ...answers,
  };
  route.mockReset();
  route.mockImplementation((async (_uid: string, name: string) => {
    if (all[name] instanceof Error) {
      throw all[name];
    }
    return all[name] ?? {};
  }) as typeof callRoute);
  render(<SilencesScreen datasourceUid="seamark" />);
}

jest.setTimeout(30_000);
beforeEach(roomForOptions);
afterEach(() => jest.restoreAllMocks());

describe('silences', () => {
  it('are listed by the state that the URL asks for', async () => {
    show([silence(), silence({ id: 's2', comment: 'Long ago', status: 'expired' })], '?status=expired');
    expect(await screen.findByText('Long ago')).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'They know' })).not.toBeInTheDocument();
  });

  it('offer a Viewer nothing to press', async () => {
    show([silence()], '', 'Viewer');
    await screen.findByRole('heading', { name: 'They know' });
    expect(screen.queryByRole('button', { name: /New silence|Edit|End it now/ })).not.toBeInTheDocument();
  });

  it('begin with a window for the service whose check led here', async () => {
    show([], '?service=checkout');
    expect(await screen.findByText('checkout')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText(/^Name/), 'new shelves');
    await userEvent.click(screen.getByRole('button', { name: /window/ }));
    expect(inputs('createMaintenanceWindow')).toMatchObject([{ body: { services: ['checkout'] } }]);
  });

  it('begin with the labels of the alert that led here, and say how many they fit', async () => {
    show([], '?label=team%3Dweb');
    expect(await screen.findByText('3 open alerts fit now.')).toBeInTheDocument();
    expect(inputs('countAlertInstances')[0]?.query).toEqual({ labels: 'team="web"' });
  });

  it('are not made without a reason, nor for everything', async () => {
    show([]);
    await userEvent.click(await screen.findByRole('button', { name: 'New silence' }));
    await userEvent.click(screen.getByRole('button', { name: 'Silence' }));
    expect(screen.getByText('Say why: others will wonder.')).toBeInTheDocument();
    expect(screen.getByText('At least one condition must ask for a value.')).toBeInTheDocument();
    expect(inputs('createSilence')).toEqual([]);
  });

  it('say what the server refused, and keep what was typed', async () => {
    show([], '?label=team%3Dweb', 'Editor', { createSilence: new ApiError('"matchers" are too many', 400) });
    await userEvent.type(await screen.findByRole('textbox', { name: /Why/ }), 'They know');
    await userEvent.click(screen.getByRole('button', { name: 'Silence' }));
    expect(await screen.findByText('"matchers" are too many')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /Why/ })).toHaveValue('They know');
  });

  it('end when asked, as they were seen', async () => {
    show([silence()]);
    await userEvent.click(await screen.findByRole('button', { name: 'End it now' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByText('End it now', { selector: 'span' }));
    expect(inputs('updateSilence')[0]).toMatchObject({ params: { id: 's1' }, body: { expected_version: 4 } });
  });
});
