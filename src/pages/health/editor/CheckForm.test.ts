import { checkKinds, kindOf } from '../../../contract/health/kinds/kinds';
import type { HealthCheck } from '../../../contract/resources/healthChecks';
import { storedCheck } from '../testing/storedCheck';
import { newCheckForm, withKind } from './CheckForm';
import { checkOfForm } from './checkOfForm';
import { formOfCheck } from './formOfCheck';

/** What the server keeps of what the form sends. */
const kept = (check: HealthCheck) => checkOfForm(formOfCheck(check));

describe('the form of a check', () => {
  it('sends numbers as numbers, and leaves out what is empty', () => {
    const sent = checkOfForm({
      ...newCheckForm,
      kind: 'tcp',
      service_name: ' cache ',
      settings: { host: 'cache.example', port: '6379', send: '' },
      degraded_ms: '250',
      degraded_percent: '7',
    });
    expect(sent).toMatchObject({
      service_name: 'cache',
      settings: { host: 'cache.example', port: 6379 },
      degraded_ms: 250,
      degraded_error_rate: 0.07,
      uptime_target: null,
      group_name: null,
      labels: {},
    });
    expect(sent.settings).not.toHaveProperty('send');
    expect(sent.secrets).toEqual({});
  });

  it('gives a secret the name that its kind has for it, and none that the kind does not use', () => {
    const secrets = { authorization: 'a', password: 'p', headers: [{ name: 'x-key', value: 'k' }] };
    const sent = (part: Partial<typeof newCheckForm>) => checkOfForm({ ...newCheckForm, secrets, ...part }).secrets;
    expect(sent({ kind: 'postgres' })).toEqual({ password: 'p' });
    expect(sent({ kind: 'http' })).toEqual({ headers: { 'x-key': 'k' } });
    expect(sent({ kind: 'http', auth: 'bearer' })).toEqual({ authorization: 'a', headers: { 'x-key': 'k' } });
    expect(sent({ kind: 'tcp' })).toEqual({});
  });

  it('leaves stored secrets alone until somebody replaces them', () => {
    const check = { ...storedCheck, secret_names: ['authorization'] };
    expect(kept(check)).not.toHaveProperty('secrets');
  });

  it('says who an HTTP check is only where somebody chose so, and brings it back', () => {
    const url = { url: 'https://shop.example/' };
    const sent = checkOfForm({ ...newCheckForm, settings: url, auth: 'basic', username: 'ada' });
    expect(sent.settings.auth).toEqual({ kind: 'basic', username: 'ada' });
    const check: HealthCheck = { ...storedCheck, settings: sent.settings };
    expect(formOfCheck(check)).toMatchObject({ auth: 'basic', username: 'ada' });
    expect(checkOfForm({ ...formOfCheck(check), auth: '' }).settings).toEqual(url);
  });

  it('brings settings of every kind back as they were', () => {
    const settings = [
      { url: 'https://shop.example/', headers: { accept: 'text/html' }, http_version: '2', verify_certificate: false },
      { query: { kind: 'errors', groupBy: ['app'] }, window_minutes: 5, down_above: 0 },
      { host: 'db.example', database: 'a', user: 'b', tls: 'verify' },
      { cron: '0 3 * * *', time_zone: 'Europe/Berlin', grace_seconds: 0 },
    ];
    const kinds = ['http', 'derived', 'postgres', 'heartbeat'] as const;
    kinds.forEach((kind, index) => {
      expect(kept({ ...storedCheck, kind, settings: settings[index] ?? {} }).settings).toEqual(settings[index]);
    });
  });

  it.each(checkKinds)('brings whatever a check of kind %s can say back as it was', (kind) => {
    const settings = Object.fromEntries(
      Object.entries(kindOf(kind).fields).map(([name, field]) => {
        switch (field.type) {
          case 'number':
            return [name, field.minimum ?? 7];
          case 'choice':
            return [name, field.choices.at(-1)];
          case 'switch':
            return [name, !field.isUsuallyOn];
          case 'headers':
            return [name, { accept: 'text/html' }];
          case 'auth':
            return [name, { kind: 'basic', username: 'ada' }];
          case 'query':
            return [name, { kind: 'errors', calculation: 'count' }];
          default:
            return [name, `a ${name}`];
        }
      })
    );
    expect(kept({ ...storedCheck, kind, settings }).settings).toEqual(settings);
  });

  it('sends what a choice shows where the server has no choice of its own', () => {
    expect(checkOfForm({ ...newCheckForm, kind: 'dns', settings: { name: 'a.example' } }).settings).toEqual({
      name: 'a.example',
      record: 'A',
    });
    expect(checkOfForm({ ...newCheckForm, settings: { url: 'x', http_version: 'any' } }).settings).toEqual({
      url: 'x',
    });
  });

  it('brings numbers, labels and assertions back as they were', () => {
    const check: HealthCheck = {
      ...storedCheck,
      labels: { team: 'web' },
      retry_interval_seconds: 17,
      degraded_error_rate: 0.07,
      assertions: [
        { source: 'status', operator: '=', value: 200 },
        { source: 'json', target: '$.status', operator: '=', value: 'ok' },
        { source: 'header', target: 'x', operator: 'exists', level: 'warning' },
      ],
    };
    const { labels, retry_interval_seconds, degraded_error_rate, assertions } = check;
    expect(kept(check)).toMatchObject({ labels, retry_interval_seconds, degraded_error_rate, assertions });
  });

  it('is sure at once of what has a grace of its own', () => {
    const heartbeat = withKind({ ...newCheckForm, settings: { url: 'x' } }, 'heartbeat');
    expect(heartbeat).toMatchObject({ settings: {}, failures_to_down: '1', successes_to_recover: '1' });
    expect(withKind(heartbeat, 'tcp')).toMatchObject({ failures_to_down: '3', successes_to_recover: '2' });
  });
});
