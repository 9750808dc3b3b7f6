import { locationService } from '@grafana/runtime';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { ApiError } from '../../../api/ApiError';
import { callRoute } from '../../../api/callRoute';
import { isAdmin, mayEdit } from '../../../api/datasource';
import { roomForOptions } from '../../../components/testing/roomForOptions';
import type { AlertPreview } from '../../../contract/resources/alertPreviews';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';
import { storedRule } from '../rules/testing/storedRule';
import RuleEditorScreen from './RuleEditorScreen';

jest.mock('../../../api/callRoute');
jest.mock('../../../api/datasource');
// Its drop-downs are drawn slowly where text is measured by hand; it has tests of its own.
jest.mock('./WhatStep', () => ({ WhatStep: () => null }));
jest.mock('./ChannelsInput', () => ({ ChannelsInput: () => null }));
jest.mock('./PreviewChart', () => ({
  PreviewChart: ({ limit, onLimit }: { limit: number; onLimit?: (limit: number) => void }) => (
    <button onClick={() => onLimit?.(3100)}>limit at {limit}</button>
  ),
}));

const preview: AlertPreview = {
  from: '2026-11-22T10:00:00.000Z',
  to: '2026-11-29T10:00:00.000Z',
  evaluations: 10_080,
  step_seconds: 60,
  failed: 0,
  error: null,
  instances: [
    {
      labels: { page_path: '/cart' },
      concern: 'condition',
      subject: null,
      started_at: '2026-11-28T10:00:00.000Z',
      ended_at: '2026-11-28T10:30:00.000Z',
      peak_value: 4200,
    },
  ],
  instance_count: 4,
  suppressed: 0,
  limit: 2500,
  recovery_limit: 2500,
  times: ['2026-11-28T10:00:00.000Z'],
  series: [{ labels: { page_path: '/cart' }, values: [4200] }],
  label_sets: 1,
  notes: ['Days before yesterday were read from summaries.'],
};

type Answers = Partial<Record<string, unknown>>;
const route = jest.mocked(callRoute);
const bodies = (name: string) =>
  route.mock.calls
    .filter(([, called]) => called === name)
    .map(([, , input]) => (input as { body?: Record<string, unknown> }).body);

/** The editor of a stored rule; `answers` are those of routes, an Error is thrown. */
async function open(rule: Partial<AlertRuleDetail> = {}, answers: Answers = {}, role: 'Viewer' | 'Editor' = 'Editor') {
  locationService.push('/a/seamark-monitoring-app/alerts/rules/x');
  jest.mocked(mayEdit).mockReturnValue(role === 'Editor');
  jest.mocked(isAdmin).mockReturnValue(false);
  const stored = storedRule(rule);
  const all: Answers = {
    getAlertRule: stored,
    updateAlertRule: { ...stored, version: 4, updated_at: '2026-11-29T10:05:00.000Z' },
    previewAlertRule: preview,
    listNotificationChannelNames: { items: [{ name: 'email', kind: 'email' }] },
    listFields: { items: [], next_cursor: null },
    ...answers,
  };
  route.mockReset();
  route.mockImplementation((async (_uid: string, name: string) => {
    const answer = all[name];
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  }) as typeof callRoute);
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <RuleEditorScreen datasourceUid="seamark" ruleId={stored.id} />
    </MemoryRouter>
  );
  await waitFor(() => expect(screen.queryByLabelText('Loading the rule')).not.toBeInTheDocument());
}
const field = (name: RegExp) => screen.getByRole('textbox', { name });
const type = (input: HTMLElement, value: string) => fireEvent.change(input, { target: { value } });
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save the rule' }));
const words = () => screen.getByRole('status', { name: 'The rule in words' }).textContent;
const backtest = () => screen.findByText(/Would have fired 4 times in the last 7 days/, {}, { timeout: 5000 });

jest.setTimeout(60_000);
beforeEach(roomForOptions);
afterEach(() => jest.restoreAllMocks());

describe('the editor of a rule', () => {
  it('says in words what the rule does, while it is typed', async () => {
    await open();
    expect(words()).toContain('When p75 of LCP by page over 5 min is above 2.5 s');
    type(field(/^Limit/), '3000');
    expect(words()).toContain('is above 3 s');
    type(field(/^Limit/), '');
    expect(words()).toContain('is above …');
  });

  it('tries the rule on what is stored, once nothing was typed for a moment', async () => {
    await open();
    type(field(/^Limit/), '2600');
    type(field(/^Limit/), '2700');
    await backtest();
    const tried = bodies('previewAlertRule').map((body) => JSON.stringify(body?.rule));
    expect(tried.at(-1)).toContain('"value":2700');
    expect(tried.join()).not.toContain('"value":2600');
    expect(screen.getByText(/\/cart: for 30 min, furthest 4.2 s/)).toBeInTheDocument();
    expect(screen.getByText('Days before yesterday were read from summaries.')).toBeInTheDocument();
  });

  it('asks nothing more when only the name is typed', async () => {
    await open();
    await backtest();
    type(field(/^Name/), 'Another name');
    await act(async () => new Promise((resolve) => setTimeout(resolve, 800)));
    expect(bodies('previewAlertRule')).toHaveLength(1);
  });

  it('takes the limit that is dragged in the chart', async () => {
    await open();
    await userEvent.click(await screen.findByText('limit at 2500', {}, { timeout: 5000 }));
    expect(field(/^Limit/)).toHaveValue('3100');
    expect(screen.getByText('limit at 3100')).toBeInTheDocument();
  });

  it('does not send what it knows to be wrong, and says where that is', async () => {
    await open();
    type(field(/^Name/), ' ');
    type(field(/^Window/), '0');
    await save();
    expect(bodies('updateAlertRule')).toEqual([]);
    expect(screen.getByText('A whole number from 1 to 10,080.')).toBeInTheDocument();
    expect(screen.getByText(/Give the rule a name/)).toBeInTheDocument();
    expect(screen.getByText(/something above is missing or wrong/)).toBeInTheDocument();
  });

  it('shows what the server refused at the field it is about', async () => {
    await open({}, { updateAlertRule: new ApiError('"title_template" is no template that can be filled in: x', 400) });
    await save();
    expect(await screen.findByText('Is no template that can be filled in: x')).toBeInTheDocument();
  });

  it('shows at the field why a rule cannot be tried', async () => {
    await open(
      {},
      { previewAlertRule: new ApiError('"condition_config.window_minutes" is longer than what is kept', 400) }
    );
    expect(await screen.findByText('Is longer than what is kept', {}, { timeout: 5000 })).toBeInTheDocument();
  });

  it('saves what it saw, and shows what came of the first evaluation', async () => {
    const evaluated = { at: '2026-11-29T10:05:01.000Z', duration_ms: 5, label_sets: 12, firing: 2, error: null };
    await open({ last_evaluation: evaluated });
    type(field(/^Limit/), '3000');
    await save();
    expect(bodies('updateAlertRule')[0]).toMatchObject({
      expected_version: 3,
      condition_config: { value: 3000 },
      name: 'LCP is poor',
    });
    expect(await screen.findByText(/12 groups were judged, 2 are beyond the limit/)).toBeInTheDocument();
  });

  it('asks whose version stays where somebody else was faster', async () => {
    await open({}, { updateAlertRule: new ApiError('Version 3 was expected, it is 5', 409) });
    await save();
    expect(await screen.findByText(/Somebody else changed this rule/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Save mine over theirs' }));
    expect(bodies('updateAlertRule').map((body) => body?.expected_version)).toEqual([3, undefined]);
  });

  it('holds back whoever leaves with unsaved changes', async () => {
    await open();
    type(field(/^Limit/), '3000');
    act(() => locationService.push('/elsewhere'));
    expect(locationService.getLocation().pathname).not.toBe('/elsewhere');
    await userEvent.click(await screen.findByText('Leave'));
    expect(locationService.getLocation().pathname).toBe('/elsewhere');
  });

  it('shows a Viewer what the rule does, and no form', async () => {
    await open({}, {}, 'Viewer');
    expect(screen.getByText(/Only Editors and Admins change rules/)).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    await backtest();
  });

  it('says that a rule is gone', async () => {
    await open({}, { getAlertRule: new ApiError('There is no such rule', 404) });
    expect(await screen.findByText('There is no such rule')).toBeInTheDocument();
  });

  it('sends a test of what is stored, and shows what each provider said', async () => {
    const items = [
      { channel: 'email', outcome: 'refused', answer: '550 no such user', duration_ms: 12, delivery_id: null },
    ];
    await open({ notification_channels: ['email'] }, { testAlertRule: { items } });
    await userEvent.click(screen.getByRole('button', { name: 'Send test notification' }));
    expect(await screen.findByText(/550 no such user/)).toBeInTheDocument();
    type(field(/^Limit/), '3000');
    expect(screen.getByText(/Save your changes first/)).toBeInTheDocument();
  });
});
