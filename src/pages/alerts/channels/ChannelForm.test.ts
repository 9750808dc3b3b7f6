import type { NotificationChannel } from '../../../contract/resources/notificationChannels';
import { channelOfForm, formOfChannel, newChannelForm, problemsOfChannel } from './ChannelForm';

const channel = (part: Partial<NotificationChannel>): NotificationChannel => ({
  id: 'c',
  name: 'on call',
  kind: 'slack',
  settings: {},
  stored_secrets: [],
  version: 1,
  created_at: '2026-11-29T00:00:00.000Z',
  updated_at: '2026-11-29T00:00:00.000Z',
  ...part,
});

describe('the form of a channel', () => {
  it('takes addresses one a line or with commas', () => {
    const form = { ...newChannelForm, name: ' mail ', to: 'a@shop.example, b@shop.example\nc@shop.example\n' };
    expect(channelOfForm(form)).toEqual({
      name: 'mail',
      kind: 'email',
      settings: { to: ['a@shop.example', 'b@shop.example', 'c@shop.example'] },
    });
    expect(problemsOfChannel(form, [])).toEqual({});
  });

  it('tells of acknowledgements unless somebody says no, and only where each step is a message', () => {
    const mail = formOfChannel(channel({ kind: 'email', settings: { to: ['a@shop.example'] } }));
    expect(channelOfForm({ ...mail, tell_acknowledgements: false }).settings).toEqual({
      to: ['a@shop.example'],
      tell_acknowledgements: false,
    });
    const quiet = channel({ stored_secrets: ['webhook_url'], settings: { tell_acknowledgements: false } });
    expect(channelOfForm(formOfChannel(quiet)).settings).toEqual({ tell_acknowledgements: false });
    const bot = channel({ stored_secrets: ['bot_token'], settings: { channel: '#ops' } });
    expect(channelOfForm({ ...formOfChannel(bot), tell_acknowledgements: false }).settings).toEqual({
      channel: '#ops',
    });
  });

  it('never holds a stored secret, and sends none unless one is typed', () => {
    const stored = channel({ settings: { channel: '#ops' }, stored_secrets: ['bot_token'] });
    const form = formOfChannel(stored);
    expect(form).toMatchObject({ kind: 'slack_bot', channel: '#ops', bot_token: '' });
    expect(problemsOfChannel(form, stored.stored_secrets)).toEqual({});
    expect(channelOfForm(form).settings).toEqual({ channel: '#ops' });
    expect(channelOfForm({ ...form, bot_token: 'xoxb-1234567' }).settings).toEqual({
      channel: '#ops',
      bot_token: 'xoxb-1234567',
    });
  });

  it('tells a Slack webhook from a Slack bot', () => {
    expect(formOfChannel(channel({ stored_secrets: ['webhook_url'] })).kind).toBe('slack_webhook');
  });

  it('removes the secret of a webhook only when told to', () => {
    const form = formOfChannel(
      channel({ kind: 'webhook', settings: { url: 'https://a.example' }, stored_secrets: ['secret'] })
    );
    expect(channelOfForm(form).settings).toEqual({ url: 'https://a.example' });
    expect(channelOfForm({ ...form, secret: null }).settings).toEqual({ url: 'https://a.example', secret: null });
  });

  it.each([
    [{ kind: 'email' as const }, ['name', 'to']],
    [{ kind: 'email' as const, name: 'a', to: 'nobody' }, ['to']],
    [{ kind: 'slack_bot' as const, name: 'a' }, ['bot_token', 'channel']],
    [{ kind: 'slack_webhook' as const, name: 'a' }, ['webhook_url']],
    [{ kind: 'webhook' as const, name: 'a', url: 'ftp://x', secret: 'short' }, ['url', 'secret']],
  ])('names what is missing in %j', (part, fields) => {
    expect(Object.keys(problemsOfChannel({ ...newChannelForm, ...part }, []))).toEqual(fields);
  });
});
