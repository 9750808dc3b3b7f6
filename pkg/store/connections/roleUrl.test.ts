import { roleUrl } from './roleUrl';

describe('roleUrl', () => {
  it.each([
    ['postgresql://me:old@db.example:5432/seamark', 'postgresql://r:p%2Fw@db.example:5432/seamark'],
    ['postgres://db.example/seamark?sslmode=require', 'postgres://r:p%2Fw@db.example/seamark?sslmode=require'],
    ['postgresql://me:a@b@db.example/seamark', 'postgresql://r:p%2Fw@db.example/seamark'],
    ['postgresql://me@/seamark?host=/run/socket', 'postgresql://r:p%2Fw@/seamark?host=/run/socket'],
  ])('puts another login into %s and leaves the rest', (url, expected) => {
    expect(roleUrl(url, 'r', 'p/w')).toBe(expected);
  });
});
