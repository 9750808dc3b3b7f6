import { campaignOf } from './campaignOf';

const none = { utm_source: null, utm_medium: null, utm_campaign: null };

describe('campaignOf', () => {
  it('reads source, medium and campaign', () => {
    const url = 'https://shop.example/?utm_source=letter&utm_medium=e-mail&utm_campaign=spring+sale%21&utm_term=shoes';
    expect(campaignOf(url)).toEqual({ utm_source: 'letter', utm_medium: 'e-mail', utm_campaign: 'spring sale!' });
  });

  it.each([null, '', '/cart', 'https://shop.example/utm_source=x', 'https://shop.example/?utm_term=shoes'])(
    'finds none in %p',
    (url) => {
      expect(campaignOf(url)).toEqual(none);
    }
  );

  it('takes an empty value for none', () => {
    expect(campaignOf('/?utm_source=&utm_medium=%20&utm_campaign=x')).toEqual({ ...none, utm_campaign: 'x' });
  });

  it('counts the first of several', () => {
    expect(campaignOf('/?utm_source=a&utm_source=b').utm_source).toBe('a');
  });

  it('cuts what is too long and takes out what cannot be stored', () => {
    expect(campaignOf(`/?utm_source=${'x'.repeat(300)}`).utm_source).toHaveLength(255);
    expect(campaignOf('/?utm_source=a%00b&utm_medium=%E0%A4%A&utm_campaign=%').utm_source).toBe('ab');
    expect(campaignOf(`/?utm_source=${'x'.repeat(254)}%F0%9F%98%80`).utm_source).toBe('x'.repeat(254));
  });
});
