import { locationService } from '@grafana/runtime';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { ApiError } from '../../../api/ApiError';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';
import { roomForOptions } from '../../../components/testing/roomForOptions';
import RulesScreen from './RulesScreen';
import { storedRule } from './testing/storedRule';

jest.mock('../../../api/callRoute');
jest.mock('../../../api/datasource');

const route = jest.mocked(callRoute);
const callsOf = (name: string) => route.mock.calls.filter(([, called]) => called === name).map(([, , input]) => input);

interface Server {
  rules?: AlertRuleDetail[];
  refusal?: ApiError;
  role?: 'Viewer' | 'Editor';
}

/** The list as a person of some role sees it; `refusal` is what changes are answered with. */
async function show({ rules = [], refusal, role = 'Editor' }: Server, search = '') {
  locationService.push(`/a/seamark-monitoring-app/alerts/rules${search}`);
  jest.mocked(mayEdit).mockReturnValue(role === 'Editor');
  route.mockReset();
  route.mockImplementation((async (_uid: string, name: string) => {
    if (name !== 'listAlertRules' && refusal) {
      throw refusal;
    }
    return name === 'listAlertRules' ? { items: rules, next_cursor: null } : {};
  }) as typeof callRoute);
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <RulesScreen datasourceUid="seamark" />
    </MemoryRouter>
  );
  await screen.findByPlaceholderText(/Search name/);
}

const firing = storedRule({ open_instances: 3 });
const broken = storedRule({
  id: '01890000-0000-7000-8000-000000000002',
  name: 'Errors spike',
  severity: 'critical',
  last_evaluation: { at: '2026-11-29T10:00:00.000Z', duration_ms: 9, label_sets: 0, firing: 0, error: 'It timed out' },
});

jest.setTimeout(30_000);
beforeEach(roomForOptions);
afterEach(() => jest.restoreAllMocks());

describe('the list of rules', () => {
  it('says in words what each watches, and how it fares', async () => {
    await show({ rules: [firing, broken] });
    expect(screen.getAllByText('p75 of LCP by page over 5 min is above 2.5 s')).toHaveLength(2);
    expect(screen.getByText('Firing 3')).toBeInTheDocument();
    expect(screen.getAllByRole('img', { name: 'Fired 3 times in 7 days' })).toHaveLength(2);
    expect(screen.getByText('It timed out')).toBeInTheDocument();
  });

  it.each([
    ['Editor' as const, /Begin with one of these/],
    ['Viewer' as const, /Ask an Editor or an Admin/],
  ])('tells an %s what to do where there are none', async (role, text) => {
    await show({ rules: [], role });
    expect(screen.getByText(text)).toBeInTheDocument();
  });

  it('shows a Viewer nothing to press', async () => {
    await show({ rules: [firing], role: 'Viewer' });
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'New rule' })).not.toBeInTheDocument();
  });

  it('keeps what is searched for in the URL, and begins with it', async () => {
    await show({ rules: [firing, broken] }, '?state=error');
    expect(screen.queryByText('LCP is poor')).not.toBeInTheDocument();
    expect(screen.getByText('1 of 2 rules')).toBeInTheDocument();
    await userEvent.type(screen.getByPlaceholderText(/Search name/), 'nothing like it');
    expect(screen.getByText('No rule fits')).toBeInTheDocument();
    expect(locationService.getSearch().get('query')).toBe('nothing like it');
  });

  it('says what is lost before a rule with open alerts is switched off', async () => {
    await show({ rules: [firing] });
    await userEvent.click(screen.getByRole('switch', { name: 'LCP is poor is evaluated' }));
    expect(callsOf('updateAlertRule')).toEqual([]);
    expect(screen.getByText(/Its 3 open alerts will be resolved/)).toBeInTheDocument();
    await userEvent.click(screen.getByText('Switch it off'));
    expect(callsOf('updateAlertRule')).toEqual([
      { params: { id: firing.id }, body: { enabled: false, expected_version: 3 } },
    ]);
  });

  it('deletes only after asking, and says why where that is refused', async () => {
    await show({ rules: [firing], refusal: new ApiError('The database does not answer', 503) });
    await userEvent.click(screen.getByRole('button', { name: 'More for LCP is poor' }));
    await userEvent.click(await screen.findByText('Delete…'));
    expect(callsOf('deleteAlertRule')).toEqual([]);
    await userEvent.click(within(screen.getByRole('dialog')).getByText('Delete the rule'));
    expect(callsOf('deleteAlertRule')).toEqual([{ params: { id: firing.id } }]);
    expect(await screen.findByText('The database does not answer')).toBeInTheDocument();
  });
});
