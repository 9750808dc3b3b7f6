import { publicTitleOf } from './publicTitleOf';

const group = { errorClass: 'TypeError', message: '', culprit: 'total (assets/cart.js)' };

describe('what anybody may read of an error', () => {
  it.each([
    ["Cannot read properties of undefined (reading 'price')", 'TypeError: read price of undefined'],
    ['can\'t access property "price", cart is undefined', 'TypeError: read price of undefined'],
    ['x is not a function', 'TypeError: x is not a function'],
    ['Uncaught Failed to fetch', 'TypeError: failed to fetch'],
  ])('is what the browser says, in every browser the same: %s', (message, title) => {
    expect(publicTitleOf({ ...group, message })).toBe(title);
  });

  it.each([
    ['of a message that somebody wrote', 'Ada Lovelace cannot pay'],
    ['of a property that somebody named', "Cannot read properties of undefined (reading 'Ada Lovelace')"],
    ['where there is no message', ''],
  ])('is the place %s', (_what, message) => {
    expect(publicTitleOf({ ...group, message })).toBe('TypeError in total (assets/cart.js)');
  });

  it('is something where there is nothing, and never long', () => {
    expect(publicTitleOf({ errorClass: '', message: '', culprit: '' })).toBe('an error');
    expect(publicTitleOf({ ...group, culprit: 'word '.repeat(200) })).toHaveLength(160);
  });
});
