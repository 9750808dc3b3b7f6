import type { FastifyInstance } from 'fastify';
import { deliveryStatuses } from '../../../../src/contract/alerting/deliveryWords';
import type { AdminDependencies } from '../AdminDependencies';
import { pageRequest } from '../pageRequest';
import { readChoices } from '../readChoices';
import { route } from '../route';

/** Where messages go, whether they arrive, and what became of each. */
export function notificationRoutes(
  app: FastifyInstance,
  { channels, channelTester, deliveryLog }: AdminDependencies
): void {
  route(app, 'listNotificationChannels', ({ who, query }) => channels.list(who, pageRequest(query)));
  route(app, 'listNotificationChannelNames', async ({ who }) => ({
    items: await channels.names(who),
    next_cursor: null,
  }));
  route(app, 'createNotificationChannel', ({ who, body }) => channels.create(who, body));
  route(app, 'getNotificationChannel', ({ who, params }) => channels.get(who, params.id));
  route(app, 'updateNotificationChannel', ({ who, params, body }) => channels.update(who, params.id, body));
  route(app, 'deleteNotificationChannel', async ({ who, params }) =>
    (await channels.delete(who, params.id)) ? null : undefined
  );
  route(app, 'testNotificationChannel', ({ who, params }) => channelTester.testChannel(who, params.id));
  route(app, 'testAlertRule', async ({ who, params }) => {
    const items = await channelTester.testRule(who, params.id);
    return items && { items };
  });
  route(app, 'listNotificationDeliveries', async ({ who, query }) =>
    deliveryLog.list(who, {
      statuses: readChoices('status', query.status, deliveryStatuses),
      channel: query.channel,
      ruleId: query.rule,
      instanceId: query.instance,
      ...pageRequest(query),
    })
  );
}
