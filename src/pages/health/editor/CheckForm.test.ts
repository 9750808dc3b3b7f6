import type { HealthCheck } from '../../../contract/resources/healthChecks';
import { storedCheck } from '../testing/storedCheck';
import { checkOfForm, formOfCheck, newCheckForm, unshownSettings } from './CheckForm';

describe('the form of a check', () => {
  it('sends numbers as numbers, and leaves out what is empty', () => {
    const sent = checkOfForm({
      ...newCheckForm,
      kind: 'tcp',
      service_name: ' cache ',
      settings: { host: 'cache.example', port: '6379', send: '' },
      degraded_ms: '250',
    });
    expect(sent).toMatchObject({
      service_name: 'cache',
      settings: { host: 'cache.example', port: 6379 },
      degraded_ms: 250,
      uptime_target: null,
      group_name: null,
    });
    expect(sent.settings).not.toHaveProperty('send');
    expect(sent).not.toHaveProperty('secrets');
  });

  it('gives a secret the name that its kind has for it', () => {
    expect(checkOfForm({ ...newCheckForm, kind: 'postgres', secret: 'x' }).secrets).toEqual({ password: 'x' });
    expect(checkOfForm({ ...newCheckForm, kind: 'http', secret: 'x' }).secrets).toEqual({ authorization: 'x' });
  });

  it('says who an HTTP check is only where somebody chose so, and brings it back', () => {
    const url = { url: 'https://shop.example/' };
    const sent = checkOfForm({ ...newCheckForm, settings: url, auth: 'basic', username: 'ada', secret: 'x' });
    expect(sent.settings.auth).toEqual({ kind: 'basic', username: 'ada' });
    const check: HealthCheck = { ...storedCheck, settings: sent.settings };
    expect(formOfCheck(check)).toMatchObject({ auth: 'basic', username: 'ada', secret: '' });
    const without = checkOfForm({ ...formOfCheck(check), auth: '' }, unshownSettings(check));
    expect(without.settings).toEqual(url);
  });

  it('keeps settings that it has no field for', () => {
    const check: HealthCheck = {
      ...storedCheck,
      settings: { url: 'https://shop.example/', headers: { accept: 'text/html' }, http_version: '2' },
    };
    expect(checkOfForm(formOfCheck(check), unshownSettings(check)).settings).toEqual({
      url: 'https://shop.example/',
      headers: { accept: 'text/html' },
      http_version: '2',
    });
  });

  it('brings assertions back as they were', () => {
    const check: HealthCheck = {
      ...storedCheck,
      assertions: [
        { source: 'json', target: '$.status', operator: '=', value: 'ok' },
        { source: 'header', target: 'x', operator: 'exists', level: 'warning' },
      ],
    };
    expect(checkOfForm(formOfCheck(check)).assertions).toEqual(check.assertions);
  });
});
