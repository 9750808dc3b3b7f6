import { VersionConflict } from '../../domain/access/VersionConflict';
import { ChannelProblem } from '../../domain/alerting/channels/ChannelProblem';
import { ChannelInUse, ChannelNameTaken } from '../../domain/alerting/channels/ChannelRepository';
import type { CreateNotificationChannel } from '../../../src/contract/resources/notificationChannels';
import { ada, alertStory, stranger } from '../alerting/testing/alertStory';
import { withOrganisation } from '../connections/withOrganisation';
import { forEachDatabase } from '../testing/forEachDatabase';

const bot = { bot_token: 'xoxb-very-secret-token', channel: '#alerts' };

forEachDatabase('notification channels in the database', (db) => {
  const { store, create: createRule } = alertStory(db);
  let made = 0;
  const create = (more: Partial<CreateNotificationChannel> = {}) =>
    store().channels.create(ada, { name: `channel ${(made += 1)}`, kind: 'slack', settings: bot, ...more });
  const rows = (statement: string) =>
    withOrganisation(store().pools.app, ada.orgId, (client) => client.query(statement));

  it('never give a secret back, nor keep one that can be read', async () => {
    const channel = await create();
    expect(channel).toMatchObject({ settings: { channel: '#alerts' }, stored_secrets: ['bot_token'] });
    expect(await store().channels.get(ada, channel.id)).toEqual(channel);
    const kept = await rows(`select c::text, encode(sealed_secrets, 'escape') as sealed from notification_channels c`);
    expect(kept.rows).toHaveLength(1);
    expect(JSON.stringify(kept.rows)).not.toContain('very-secret');
    const audited = await rows(`select details::text from audit_log where action = 'channel.create'`);
    expect(audited.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(audited.rows)).not.toContain('very-secret');
  });

  it('belong to their organisation', async () => {
    const { id } = await create();
    expect(await store().channels.get(stranger, id)).toBeUndefined();
    expect(await store().channels.update(stranger, id, { name: 'mine' })).toBeUndefined();
    expect(await store().channels.delete(stranger, id)).toBe(false);
    expect(await store().channels.names(stranger)).toEqual([]);
  });

  it('keep secrets that a change leaves out', async () => {
    const { id } = await create();
    const changed = await store().channels.update(ada, id, { settings: { channel: '#nights' } });
    expect(changed).toMatchObject({ settings: { channel: '#nights' }, stored_secrets: ['bot_token'], version: 2 });
    const renamed = await store().channels.update(ada, id, { name: 'renamed' });
    expect(renamed).toMatchObject({ name: 'renamed', settings: { channel: '#nights' }, stored_secrets: ['bot_token'] });
  });

  it('ask for a token again where it would go somewhere else', async () => {
    const { id } = await create();
    const moved = { channel: '#alerts', api_url: 'https://proxy.example/api/' };
    await expect(store().channels.update(ada, id, { settings: moved })).rejects.toThrow(ChannelProblem);
    const named = await store().channels.update(ada, id, { settings: { ...moved, bot_token: 'xoxb-0123456789' } });
    expect(named?.settings).toEqual(moved);
  });

  it('change from one form of Slack to the other, and lose an optional secret when asked to', async () => {
    const { id } = await create();
    const simple = await store().channels.update(ada, id, { settings: { webhook_url: 'https://hooks.example/x' } });
    expect(simple).toMatchObject({ settings: {}, stored_secrets: ['webhook_url'] });
    const settings = { url: 'https://shop.example/hook', secret: 'long enough' };
    const hook = await create({ kind: 'webhook', settings });
    const open = await store().channels.update(ada, hook.id, { settings: { url: settings.url, secret: null } });
    expect(open?.stored_secrets).toEqual([]);
  });

  it('tell the second of two people, and have names of their own', async () => {
    const { id, name } = await create();
    await store().channels.update(ada, id, { settings: bot, expected_version: 1 });
    const late = store().channels.update(ada, id, { name: 'late', expected_version: 1 });
    await expect(late).rejects.toThrow(VersionConflict);
    await expect(create({ name })).rejects.toThrow(ChannelNameTaken);
  });

  it('take their rules along to a new name, and stay while a rule needs them', async () => {
    const { id, name } = await create();
    const rule = await createRule({ notification_channels: ['other', name] });
    await store().channels.update(ada, id, { name: `${name} by night` });
    const follows = await store().alertRules.get(ada, rule.id);
    expect(follows?.notification_channels).toEqual(['other', `${name} by night`]);
    await expect(store().channels.delete(ada, id)).rejects.toThrow(ChannelInUse);
    await store().alertRules.update(ada, rule.id, { notification_channels: [] });
    expect(await store().channels.delete(ada, id)).toBe(true);
    expect(await store().channels.get(ada, id)).toBeUndefined();
  });
});
