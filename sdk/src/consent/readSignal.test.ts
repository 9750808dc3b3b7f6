import { readSignal } from './readSignal';

const page = (navigator: object, window: object = {}): Window => ({ navigator, ...window }) as unknown as Window;

describe('what the browser says for its visitor', () => {
  it.each([
    ['nothing', page({}), null],
    ['DNT off', page({ doNotTrack: '0' }), null],
    ['DNT unspecified', page({ doNotTrack: 'unspecified' }), null],
    ['DNT', page({ doNotTrack: '1' }), 'dnt'],
    ['DNT as Firefox once said it', page({ doNotTrack: 'yes' }), 'dnt'],
    ['DNT as Safari once said it', page({}, { doNotTrack: '1' }), 'dnt'],
    ['DNT as Internet Explorer said it', page({ msDoNotTrack: '1' }), 'dnt'],
    ['GPC', page({ globalPrivacyControl: true }), 'gpc'],
    ['GPC off', page({ globalPrivacyControl: false }), null],
    ['both', page({ doNotTrack: '1', globalPrivacyControl: true }), 'gpc'],
  ])('%s', (_, from, signal) => {
    expect(readSignal(from)).toBe(signal);
  });
});
