import { decideConsent, type ConsentSignals } from './decideConsent';

const none: ConsentSignals = { header: undefined, session: undefined, doNotTrack: false, globalPrivacyControl: false };
const granted = { ...none, session: 'granted' };
const denied = { ...none, header: 'denied' };
const decide = (
  consentMode: 'required' | 'implied' | 'off',
  signals: ConsentSignals,
  withoutConsent: 'anonymous' | 'drop' = 'anonymous'
) => {
  const { analytics, performance, errors } = decideConsent({ consentMode, withoutConsent }, signals);
  return [analytics.treatment, performance.treatment, errors.treatment, analytics.reason];
};
const all = ['full', 'full', 'full', null];
const stripped = (reason: string) => ['drop', 'anonymous', 'anonymous', reason];

describe('the consent table', () => {
  it.each([
    ['required', 'granted', granted, all],
    ['required', 'no decision', none, stripped('no_consent')],
    ['required', 'denied', denied, stripped('consent_denied')],
    ['required', 'DNT', { ...none, doNotTrack: true }, stripped('do_not_track')],
    ['required', 'GPC', { ...none, globalPrivacyControl: true }, stripped('global_privacy_control')],
    ['implied', 'granted', granted, all],
    ['implied', 'no decision', none, all],
    ['implied', 'denied', denied, stripped('consent_denied')],
    ['implied', 'DNT', { ...none, doNotTrack: true }, stripped('do_not_track')],
    ['off', 'no decision', none, all],
    ['off', 'denied', denied, all],
    ['off', 'GPC', { ...none, globalPrivacyControl: true }, all],
  ] as const)('%s, %s', (mode, _, signals, expected) => {
    expect(decide(mode, signals)).toEqual(expected);
  });

  it('lets denied, DNT and GPC beat granted', () => {
    expect(decide('implied', { ...granted, header: 'denied' })[0]).toBe('drop');
    expect(decide('required', { ...granted, doNotTrack: true })[3]).toBe('do_not_track');
    expect(decide('required', { ...granted, globalPrivacyControl: true })[3]).toBe('global_privacy_control');
  });

  it('keeps nothing at all where the app says so', () => {
    expect(decide('required', none, 'drop')).toEqual(['drop', 'drop', 'drop', 'no_consent']);
  });

  it('treats purposes apart', () => {
    expect(decide('required', { ...none, header: 'analytics=granted, errors=denied' })).toEqual([
      'full',
      'anonymous',
      'anonymous',
      null,
    ]);
  });

  it.each(['yes', 'true', 'GRANTED?', 'x=granted', '', 5, {}, null])('takes %j for no decision', (session) => {
    expect(decide('required', { ...none, session })[0]).toBe('drop');
  });

  it('uses the client id only where it was granted or signals are ignored', () => {
    const rules = { consentMode: 'implied', withoutConsent: 'anonymous' } as const;
    expect(decideConsent(rules, none).analytics.clientId).toBe(false);
    expect(decideConsent(rules, granted).analytics.clientId).toBe(true);
    expect(decideConsent({ ...rules, consentMode: 'off' }, none).analytics.clientId).toBe(true);
  });
});
