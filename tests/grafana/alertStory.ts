import { expect, type APIRequestContext } from '@playwright/test';

const resources = '/api/datasources/uid/seamark/resources';

interface StoredAlert {
  id: string;
  version: number;
  title: string;
  status: string;
  labels: Record<string, string>;
}

/** A rule that the sample day fires for every page: its threshold is next to nothing. Its name is in every title. */
export async function createPageRule(request: APIRequestContext, name: string): Promise<string> {
  const answer = await request.post(`${resources}/alert-rules`, {
    data: {
      name,
      condition_type: 'threshold',
      severity: 'high',
      cooldown_minutes: 0,
      labels: { journey: name.replace(/\W/g, '_') },
      condition_config: {
        query: { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'] },
        window_minutes: 2880,
        operator: '>',
        value: 1,
        evaluation_interval_seconds: 10,
      },
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).id;
}

/** The open alerts of a rule, once there are any: it is evaluated within seconds. */
export async function openAlerts(request: APIRequestContext, ruleId: string): Promise<StoredAlert[]> {
  let items: StoredAlert[] = [];
  await expect
    .poll(
      async () => {
        const query = `status=active,acknowledged&rule=${ruleId}&limit=500`;
        items = (await (await request.get(`${resources}/alert-instances?${query}`)).json()).items;
        return items.length;
      },
      { timeout: 60_000 }
    )
    .toBeGreaterThan(2);
  return items;
}

/** What another person does meanwhile. */
export async function actElsewhere(
  request: APIRequestContext,
  id: string,
  act: 'acknowledge' | 'resolve',
  comment: string
): Promise<void> {
  const answer = await request.post(`${resources}/alert-instances/${id}/${act}`, { data: { comment } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Its alerts end with it. */
export async function deleteRule(request: APIRequestContext, ruleId: string): Promise<void> {
  await request.delete(`${resources}/alert-rules/${ruleId}`);
}
