import { spokenDecision } from './spokenDecision';

const silent = { header: undefined, session: undefined, doNotTrack: false, globalPrivacyControl: false };
const decisionOf = (header: string | undefined, session: unknown = undefined) =>
  spokenDecision({ consentMode: 'required' }, { ...silent, header, session })?.decision;

describe('the decision that is recorded', () => {
  it.each([
    ['granted', 'granted'],
    ['Denied', 'denied'],
    ['analytics=granted', 'analytics=granted'],
    ['errors=denied; analytics=granted', 'analytics=granted,errors=denied'],
    ['errors=granted,performance=granted,analytics=granted', 'granted'],
    ['all=denied', 'denied'],
  ])('of %s is %s', (header, decision) => {
    expect(decisionOf(header)).toBe(decision);
    expect(decisionOf(undefined, header)).toBe(decision);
  });

  it('is what both sources say together, a refusal first', () => {
    expect(decisionOf('denied', 'granted')).toBe('denied');
    expect(decisionOf('analytics=denied', 'granted')).toBe('analytics=denied,performance=granted,errors=granted');
  });

  it.each([undefined, '', 'perhaps', 'marketing=granted'])('does not exist where a visitor said %j', (header) => {
    expect(decisionOf(header)).toBeUndefined();
    expect(decisionOf(undefined, 5)).toBeUndefined();
  });

  it('names the mode it was made under, and is none where consent is off', () => {
    const said = { ...silent, header: 'granted' };
    expect(spokenDecision({ consentMode: 'implied' }, said)).toEqual({ mode: 'implied', decision: 'granted' });
    expect(spokenDecision({ consentMode: 'off' }, said)).toBeUndefined();
  });

  it.each(['doNotTrack', 'globalPrivacyControl'])('leaves nothing of a browser that sends %s', (signal) => {
    const said = { ...silent, session: 'granted', [signal]: true };
    expect(spokenDecision({ consentMode: 'implied' }, said)).toBeUndefined();
  });
});
