import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { ApiError } from '../../../api/ApiError';
import { answerRoutes, sentTo } from '../../../api/testing/answerRoutes';
import type { NotificationChannel } from '../../../contract/resources/notificationChannels';
import ChannelsScreen from './ChannelsScreen';

jest.mock('../../../api/callRoute');

const channel = (part: Partial<NotificationChannel> = {}): NotificationChannel => ({
  id: 'c1',
  name: 'on call',
  kind: 'slack',
  settings: { channel: '#ops' },
  stored_secrets: ['bot_token'],
  version: 2,
  created_at: '2026-11-29T08:00:00.000Z',
  updated_at: '2026-11-29T08:00:00.000Z',
  ...part,
});

/** The channels of a server with these answers; an Error is thrown. */
async function show(channels: NotificationChannel[], answers: Record<string, unknown> = {}, usedBy: string[] = []) {
  const all: Record<string, unknown> = {
    listNotificationChannels: { items: channels, next_cursor: null },
    listAlertRules: {
      items: usedBy.map((name) => ({ id: name, name, notification_channels: ['on call'] })),
      next_cursor: null,
    },
    getStatus: {},
    ...answers,
  };
  answerRoutes(all);
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <ChannelsScreen datasourceUid="seamark" />
    </MemoryRouter>
  );
  await screen.findAllByRole('button', { name: 'New channel' });
}

jest.setTimeout(30_000);

describe('the channels', () => {
  it('say what one is for where there is none, and that something is missing before it is sent', async () => {
    await show([]);
    await userEvent.click(screen.getByRole('button', { name: 'New channel' }));
    await userEvent.click(screen.getByRole('button', { name: 'Create the channel' }));
    expect(screen.getByText('Name at least one address.')).toBeInTheDocument();
    expect(sentTo('createNotificationChannel')).toEqual([]);
  });

  it('say what to set where the server can send no mail', async () => {
    await show([channel({ kind: 'email', settings: { to: ['a@shop.example'] } })], {
      getStatus: { mail_configured: false },
    });
    expect(screen.getByText(/Set SEAMARK_SMTP_URL/)).toBeInTheDocument();
  });

  it('show where each leads and what uses it, and do not delete what is used', async () => {
    await show([channel()], {}, ['LCP is poor']);
    expect(screen.getByText(/#ops/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'LCP is poor' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Delete/ })).toHaveAttribute('aria-disabled', 'true');
  });

  it('never show a secret, and send it only where it is replaced', async () => {
    await show([channel()], { updateNotificationChannel: {} });
    await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
    const configured = screen.getByDisplayValue('configured');
    expect(configured).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Save the channel' }));
    expect(sentTo('updateNotificationChannel')).toEqual([
      { params: { id: 'c1' }, body: { name: 'on call', settings: { channel: '#ops' }, expected_version: 2 } },
    ]);
  });

  it('show what the provider really answered to a test', async () => {
    const answer = { channel: 'on call', outcome: 'refused', answer: 'channel_not_found', duration_ms: 80 };
    await show([channel()], { testNotificationChannel: answer });
    await userEvent.click(screen.getByRole('button', { name: 'Send a test' }));
    expect(await screen.findByText(/channel_not_found/)).toBeInTheDocument();
    expect(screen.getByText('“on call” refused it')).toBeInTheDocument();
  });

  it('say why a channel was not saved, and offer to read it again where somebody was faster', async () => {
    await show([channel()], { updateNotificationChannel: new ApiError('It is version 3 by now', 409) });
    await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save the channel' }));
    expect(await screen.findByText('It is version 3 by now')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/#ops/)).toBeInTheDocument();
  });

  it('ask before one is deleted', async () => {
    await show([channel()], { deleteNotificationChannel: null });
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(sentTo('deleteNotificationChannel')).toEqual([]);
    await userEvent.click(within(screen.getByRole('dialog')).getByText('Delete the channel'));
    expect(sentTo('deleteNotificationChannel')).toEqual([{ params: { id: 'c1' } }]);
  });
});
