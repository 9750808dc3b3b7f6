import { locationService } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { ApiError } from '../../../api/ApiError';
import { callRoute } from '../../../api/callRoute';
import { roomForOptions } from '../../../components/testing/roomForOptions';
import type { NotificationDelivery } from '../../../contract/resources/notificationDeliveries';
import DeliveriesScreen from './DeliveriesScreen';

jest.mock('../../../api/callRoute');

const route = jest.mocked(callRoute);
const delivery = (part: Partial<NotificationDelivery> = {}): NotificationDelivery => ({
  id: 'd1',
  kind: 'opened',
  status: 'waiting',
  alert_rule_id: 'r1',
  rule_name: 'LCP is poor',
  channel_id: 'c1',
  channel_name: 'on call',
  channel_kind: 'email',
  instance_ids: ['i1', 'i2'],
  summary: 'LCP is poor (page_path /cart)',
  created_at: '2026-11-29T08:00:00.000Z',
  next_attempt_at: '2026-11-29T08:02:00.000Z',
  gives_up_at: '2026-11-30T08:00:00.000Z',
  finished_at: null,
  answer: '451 try again later',
  attempt_count: 1,
  attempts: [
    {
      number: 1,
      started_at: '2026-11-29T08:00:01.000Z',
      finished_at: '2026-11-29T08:00:01.250Z',
      outcome: 'retry',
      answer: '451 try again later',
    },
  ],
  ...part,
});

/** The log with its pages of deliveries; an Error is what reading it throws. */
function show(pages: NotificationDelivery[][] | ApiError, search = '') {
  locationService.push(`/a/seamark-monitoring-app/alerts/deliveries${search}`);
  route.mockReset();
  route.mockImplementation((async (_uid: string, name: string, input: { query?: { cursor?: string } }) => {
    if (pages instanceof Error) {
      throw pages;
    }
    const page = Number(input.query?.cursor ?? 0);
    return name === 'listNotificationDeliveries'
      ? { items: pages[page] ?? [], next_cursor: page + 1 < pages.length ? String(page + 1) : null }
      : { items: [], next_cursor: null };
  }) as typeof callRoute);
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <DeliveriesScreen datasourceUid="seamark" />
    </MemoryRouter>
  );
}
const asked = () => route.mock.calls.map(([, , input]) => (input as { query?: unknown }).query);

jest.setTimeout(30_000);
beforeEach(roomForOptions);
afterEach(() => jest.restoreAllMocks());

describe('the delivery log', () => {
  it('says of each message what became of it, each attempt, and what is next', async () => {
    show([[delivery()]]);
    expect(await screen.findByText('Waiting')).toBeInTheDocument();
    expect(screen.getByText(/2 alerts in one message/)).toBeInTheDocument();
    expect(screen.getByText(/given up at 2026-11-30 08:00/)).toBeInTheDocument();
    await userEvent.click(screen.getByText('1 attempt'));
    expect(screen.getByText('2026-11-29 08:00, 250 ms: to be tried again. 451 try again later')).toBeInTheDocument();
  });

  it('asks for what the URL says, and leaves out what it says wrongly', async () => {
    show([[]], '?status=failed&channel=on+call&rule=nonsense');
    expect(await screen.findByText('No delivery fits')).toBeInTheDocument();
    expect(asked()[0]).toEqual({ limit: 50, status: 'failed', channel: 'on call' });
  });

  it('shows older ones when asked, each once', async () => {
    show([[delivery()], [delivery({ id: 'd0', summary: 'Older', instance_ids: [] })]]);
    await userEvent.click(await screen.findByRole('button', { name: 'Show older ones' }));
    expect(await screen.findByText('Older')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show older ones' })).not.toBeInTheDocument();
  });

  it('says what will be here where nothing was sent yet', async () => {
    show([[]]);
    expect(await screen.findByText('Nothing was sent yet')).toBeInTheDocument();
  });

  it('says why it cannot be read', async () => {
    show(new ApiError('The database does not answer', 503));
    expect(await screen.findByText('The database does not answer')).toBeInTheDocument();
  });
});
