import type { QueryContext } from '../../../domain/query/QueryRunner';
import type { TestDatabase } from '../../testing/testDatabase';
import { systemClock } from '../../../lib/Clock';
import { day, hour, minute, startOfDay } from '../../../lib/duration';
import { seedApp, seedDevice, seedRows } from './seedRows';

/** Ten o'clock of a day that is over, so that nothing depends on when the test runs. */
export const start = startOfDay(systemClock.now()) - 3 * day + 10 * hour;

/** Who asks about the hour from then on, and how. */
export const seededHour: QueryContext = {
  who: { orgId: 1, seesPersonal: true },
  range: { from: start, to: start + hour },
  intervalMs: 1,
  maxDataPoints: 60,
};

/** A row so many minutes after the start. */
export const at = (minutes: number, rest: Record<string, unknown> = {}) => ({ at: start + minutes * minute, ...rest });

const person = '00000000-0000-4000-8000-000000000001';
const visitor = '00000000-0000-4000-8000-000000000002';

/** An hour of a shop (organisation 1, beside a silent app), and a little of organisation 2's. */
export async function seedShop(db: TestDatabase): Promise<void> {
  const shop = { id: await seedApp(db, 1, 'shop'), orgId: 1 };
  const foreign = { id: await seedApp(db, 2, 'foreign'), orgId: 2 };
  await seedApp(db, 1, 'silent');
  await seedDevice(db, shop, 1, { browser: 'Firefox', os: 'Linux' });
  await seedDevice(db, shop, 2, { browser: 'Chrome', os: 'Android' });
  await seedRows(db, 'performance', shop, [
    at(0, { metric_value: 1000, rating: 'good', page_path: '/a', metric_id: 'v1', device_id: 1 }),
    at(1, { metric_value: 3000, rating: 'needs_improvement', page_path: '/a', metric_id: 'v1', device_id: 1 }),
    at(2, { metric_value: 5000, rating: 'poor', page_path: '/a', metric_id: 'v2', device_id: 2 }),
    at(3, { metric_value: 2000, rating: 'good', page_path: '/b', metric_id: 'v3', device_id: 1 }),
    at(4, { metric_value: 900, rating: 'good', page_path: '/b', metric_id: null }),
    at(4, { metric_value: 800, rating: 'good', page_path: '/b', metric_id: null }),
    // The newest report of v4 comes after the hour that is asked for, so v4 belongs to the next one.
    at(50, { metric_value: 1, rating: 'good', page_path: '/late', metric_id: 'v4' }),
    at(70, { metric_value: 2, rating: 'good', page_path: '/late', metric_id: 'v4' }),
    at(130, { metric_value: 9000, rating: 'poor', page_path: '/a', metric_id: 'bot', is_bot: true }),
    at(6, { metric_type: 'CLS', metric_unit: 'score', metric_value: 0.05, rating: 'good', metric_id: 'v1' }),
  ]);
  await seedRows(db, 'events', shop, [
    at(0, {
      session_id: 's1',
      user_id: person,
      event_data: { button: 'buy', price: '5' },
    }),
    at(0.5, {
      session_id: 's1',
      user_id: person,
      event_data: { button: 'buy', price: '40' },
    }),
    at(10, { session_id: 's2', visitor_id: visitor, event_data: { button: null } }),
    at(20, { session_id: 's3', event_name: "o'brien", event_data: { 'http.method': 'GET', message: 'secret' } }),
    at(30, { session_id: 's4', event_type: 'user_action', event_data: { http: { method: 'PUT' }, price: '1e999' } }),
  ]);
  await seedRows(db, 'events', shop, [
    at(125, {
      is_bot: true,
      referrer: 'https://search.example:8443',
      utm_source: 'letter',
      utm_campaign: 'spring',
    }),
    at(130, { referrer: 'android-app://com.example', utm_source: 'letter', utm_medium: 'mail' }),
  ]);
  await seedRows(db, 'errors', shop, [
    at(1, { error_message: 'timeout of 5 s', severity: 'critical', url: 'https://shop.example/a', page_path: '/a' }),
    at(2, { error_message: 'x is undefined', error_stack: 'at f (a.js:1)', release: '1.0.0' }),
  ]);
  await seedRows(db, 'metrics', shop, [
    at(1, { value: 10 }),
    at(2, { value: 30 }),
    at(3, { name: 'HEAP', unit: 'bytes' }),
  ]);
  await seedRows(db, 'events', foreign, [at(0, { page_path: '/foreign', event_data: { button: 'foreign' } })]);
  await seedRows(db, 'performance', foreign, [at(0, { metric_value: 77, page_path: '/foreign', rating: 'good' })]);
}
