import type { Scrubber } from '../Scrubber';
import { referrerOf } from './referrerOf';

const scrubber: Scrubber = {
  text: (value, longest) => value.replace('jane', '[person]').slice(0, longest),
  attributes: () => undefined,
};

describe('referrerOf', () => {
  it.each([
    ['https://search.example/?q=my+illness#top', 'https://search.example'],
    ['https://User:Password@Forum.example:8443/threads/17', 'https://forum.example:8443'],
    ['android-app://com.example.mail/', 'android-app://com.example.mail'],
    ['https://jane.example/', 'https://[person].example'],
  ])('keeps the origin of %s', (url, expected) => {
    expect(referrerOf(url, scrubber)).toBe(expected);
  });

  it.each([undefined, '', '/cart', 'about:client', 'file:///home/jane/x.html', 'no address', 'data:text/html,x'])(
    'finds none in %p',
    (url) => {
      expect(referrerOf(url, scrubber)).toBeNull();
    }
  );
});
