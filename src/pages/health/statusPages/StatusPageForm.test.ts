import { movedUp, newStatusPageForm, problemsOfStatusPage, slugOf, statusPageOfForm } from './StatusPageForm';

const service = (check_id: string) => ({ check_id, display_name: check_id });

describe('the form of a status page', () => {
  it.each([
    ['Shop status', 'shop-status'],
    ['  Überblick: Café & Bar!  ', 'uberblick-cafe-bar'],
    ['状態', ''],
    [`${'a'.repeat(62)} b`, 'a'.repeat(62)],
  ])('makes the address out of the title %j', (title, slug) => {
    expect(slugOf({ title, slug: undefined })).toBe(slug);
  });

  it('leaves an address alone that somebody typed', () => {
    expect(slugOf({ title: 'Shop', slug: ' my-shop ' })).toBe('my-shop');
  });

  it('says what is missing before it is sent', () => {
    expect(Object.keys(problemsOfStatusPage(newStatusPageForm))).toEqual(['title', 'slug']);
    const form = { ...newStatusPageForm, title: 'Shop', services: [{ check_id: 'a', display_name: ' ' }] };
    expect(Object.keys(problemsOfStatusPage(form))).toEqual(['services']);
    expect(problemsOfStatusPage({ ...form, services: [], slug: 'a--' })).toHaveProperty('slug');
  });

  it('is off until somebody switches it on', () => {
    expect(statusPageOfForm({ ...newStatusPageForm, title: ' Shop ' })).toEqual({
      title: 'Shop',
      slug: 'shop',
      description: '',
      enabled: false,
      services: [],
    });
  });

  it('moves a service up by one', () => {
    const order = (index: number) => movedUp(['a', 'b', 'c'].map(service), index).map(({ check_id: id }) => id);
    expect(order(2)).toEqual(['a', 'c', 'b']);
    expect(order(1)).toEqual(['b', 'a', 'c']);
  });
});
