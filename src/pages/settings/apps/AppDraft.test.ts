import type { App } from '../../../contract/resources/apps';
import { appOf, draftOf, newDraft, problemsOf } from './AppDraft';

const app: App = {
  id: 'a',
  number: 1,
  name: 'shop',
  allowed_origins: ['https://shop.example', 'http://localhost:3000'],
  consent_mode: 'implied',
  without_consent: 'drop',
  trust_client_critical: true,
  rate_limit: null,
  severity_rules: [],
  routes: ['/shop/:category', '/docs/*'],
  fields: ['page_path', 'event_data.plan'],
  keys: [],
  created_at: '2026-11-23T08:00:00.000Z',
};

describe('the form of an app', () => {
  it('sends back what it was given', () => {
    const { id: _id, number: _number, severity_rules: _rules, keys: _keys, created_at: _at, ...settings } = app;
    expect(appOf(draftOf(app))).toEqual(settings);
  });
  it('starts with what protects visitors and a small server', () => {
    expect(appOf({ ...newDraft, name: ' shop ' })).toEqual({
      name: 'shop',
      allowed_origins: [],
      consent_mode: 'required',
      without_consent: 'anonymous',
      trust_client_critical: false,
      routes: [],
      fields: null,
      rate_limit: { requests_per_second: 500, burst: 2000 },
    });
  });
  it('takes origins by line, space or comma, without a slash at the end, once each', () => {
    const origins = 'https://a.example/\nhttps://b.example, https://a.example  http://[::1]:3000';
    expect(appOf({ ...newDraft, origins }).allowed_origins).toEqual([
      'https://a.example',
      'https://b.example',
      'http://[::1]:3000',
    ]);
  });
});

describe('a draft with problems', () => {
  it('has none when it is right', () => {
    expect(problemsOf({ ...newDraft, name: 'shop', origins: 'https://a.example\n*' })).toEqual({});
  });
  it.each(['shop', 'https://shop.example/a', '/a?b'])('refuses %p as a route', (route) => {
    expect(problemsOf({ ...newDraft, name: 'shop', routes: `/a/:b\n${route}` }).routes).toContain(route);
  });
  it.each(['severity', 'event_data', 'event_data.'])('refuses %p as a field to store', (field) => {
    const draft = { ...newDraft, name: 'shop', fields: `page_path\n${field}` };
    expect(problemsOf({ ...draft, someFields: true }).fields).toContain(field);
    expect(problemsOf(draft).fields).toBeUndefined();
  });
  it.each(['', '   '])('needs a name, not %j', (name) => {
    expect(problemsOf({ ...newDraft, name }).name).toMatch(/name/);
  });
  it('refuses a name that is too long', () => {
    expect(problemsOf({ ...newDraft, name: 'x'.repeat(101) }).name).toMatch(/100/);
  });
  it.each(['shop.example', 'https://shop.example/path', 'https://', 'https://a@b', 'https://*.shop.example'])(
    'says that %s is no origin',
    (origins) => {
      expect(problemsOf({ ...newDraft, name: 'x', origins }).origins).toContain(origins);
    }
  );
  it.each(['0', '-1', 'many', ''])('refuses %j requests a second', (requestsPerSecond) => {
    expect(problemsOf({ ...newDraft, name: 'x', requestsPerSecond }).requestsPerSecond).toBeDefined();
  });
  it.each(['0', '1.5', 'x'])('refuses a burst of %j', (burst) => {
    expect(problemsOf({ ...newDraft, name: 'x', burst }).burst).toBeDefined();
  });
  it('does not mind the numbers of a limit that is lifted', () => {
    expect(problemsOf({ ...newDraft, name: 'x', limited: false, burst: 'x', requestsPerSecond: '' })).toEqual({});
  });
});
