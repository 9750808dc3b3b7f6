import { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { isAdmin } from '../../../api/datasource';
import { useLive } from '../../../api/useLive';
import { ApiError } from '../../../api/ApiError';
import type { AlertHistoryEntry, AlertInstanceDetail } from '../../../contract/resources/alertInstances';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';
import type { NotificationDelivery } from '../../../contract/resources/notificationDeliveries';

/** One alert with what happened to it and the rule it comes from. */
export interface Instance {
  alert: AlertInstanceDetail;
  history: AlertHistoryEntry[];
  /** Undefined where the rule was deleted. */
  rule: AlertRuleDetail | undefined;
  /** Shown to Admins only; undefined for everybody else. */
  deliveries: NotificationDelivery[] | undefined;
}

const everyMs = 5000;
const mostDeliveries = 100;

/** An alert, live. */
export function useInstance(datasourceUid: string, id: string) {
  return useLive(
    useCallback(async (): Promise<Instance> => {
      const params = { id };
      const [alert, history, deliveries] = await Promise.all([
        callRoute(datasourceUid, 'getAlertInstance', { params }),
        callRoute(datasourceUid, 'listAlertHistory', { params }),
        isAdmin()
          ? callRoute(datasourceUid, 'listNotificationDeliveries', { query: { instance: id, limit: mostDeliveries } })
          : undefined,
      ]);
      return {
        alert,
        history: history.items,
        rule: await ruleOf(datasourceUid, alert.alert_rule_id),
        deliveries: deliveries?.items,
      };
    }, [datasourceUid, id]),
    everyMs
  );
}

async function ruleOf(datasourceUid: string, id: string): Promise<AlertRuleDetail | undefined> {
  try {
    return await callRoute(datasourceUid, 'getAlertRule', { params: { id } });
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}
