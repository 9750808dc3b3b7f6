import { HttpProblem } from '../../errors/HttpProblem';
import { clientAddress, limitName } from './clientAddress';
import { InFlight } from './InFlight';
import { isOriginAllowed } from './isOriginAllowed';
import { TokenBuckets } from './TokenBuckets';

describe('token buckets', () => {
  const limit = { requests_per_second: 10, burst: 2 };

  it('let a burst through, then the rate, and say how long to wait', () => {
    const buckets = new TokenBuckets();
    expect([buckets.take('a', limit, 0), buckets.take('a', limit, 0)]).toEqual([0, 0]);
    expect(buckets.take('a', limit, 0)).toBe(100);
    expect(buckets.take('a', limit, 100)).toBe(0);
    expect(buckets.take('b', limit, 0)).toBe(0);
  });

  it('do not mind a clock that is set back', () => {
    const buckets = new TokenBuckets();
    buckets.take('a', limit, 1000);
    expect(buckets.take('a', limit, 0)).toBe(0);
    expect(buckets.take('a', limit, 0)).toBeGreaterThan(0);
  });

  it('stay few, however many names there are', () => {
    const buckets = new TokenBuckets(100);
    for (let name = 0; name < 10_000; name += 1) {
      buckets.take(String(name), limit, 0);
    }
    expect(buckets.size).toBeLessThanOrEqual(100);
  });
});

describe('origins', () => {
  it.each([
    [undefined, [], true],
    ['https://shop.example', ['https://shop.example'], true],
    ['https://SHOP.example', ['https://shop.example/'], true],
    ['https://shop.example:443', ['https://shop.example'], true],
    ['https://shop.example', [], false],
    ['http://shop.example', ['https://shop.example'], false],
    ['https://shop.example.evil.example', ['https://shop.example'], false],
    ['null', ['null'], false],
    ['null', ['*'], true],
  ])('%j with %j: %s', (origin, allowed, expected) => {
    expect(isOriginAllowed(origin, allowed)).toBe(expected);
  });
});

describe('client addresses', () => {
  it('have one spelling', () => {
    expect(['::ffff:203.0.113.7', '203.0.113.7:5000', '203.0.113.7'].map(clientAddress)).toEqual(
      Array(3).fill('203.0.113.7')
    );
    expect(clientAddress('[2001:db8::1]:80')).toBe('2001:db8::1');
    expect(clientAddress('x'.repeat(1000))).toHaveLength(64);
  });

  it('of one IPv6 network share a limit', () => {
    expect(limitName('2001:db8::1')).toBe(limitName('2001:db8::ffff'));
    expect(limitName('2001:db8::1')).not.toBe(limitName('2001:db8:0:1::1'));
  });
});

describe('requests in flight', () => {
  it('are limited in number, and leave once', () => {
    const inFlight = new InFlight(2);
    const first = inFlight.enter();
    inFlight.enter();
    expect(() => inFlight.enter()).toThrow(HttpProblem);
    first.leave();
    first.leave();
    expect(inFlight.count).toBe(1);
  });

  it('are limited by what arrived, not by what was promised, until they leave', () => {
    const inFlight = new InFlight(10, 100);
    const [first, second] = [inFlight.enter(), inFlight.enter()];
    first.grow(60);
    second.grow(30);
    expect(() => second.grow(30)).toThrow(HttpProblem);
    first.leave();
    expect(() => second.grow(30)).not.toThrow();
  });

  it('always have room for one, however large', () => {
    const { grow } = new InFlight(2, 100).enter();
    expect(() => [grow(1000), grow(1000)]).not.toThrow();
  });

  it('of one app leave room for another', () => {
    const inFlight = new InFlight(10);
    const enter = (app: string) => {
      const visit = inFlight.enter();
      try {
        visit.belongTo(app);
      } catch (error) {
        visit.leave();
        throw error;
      }
      return visit;
    };
    const noisy = Array.from({ length: 5 }, () => enter('noisy'));
    expect(() => [enter('noisy'), enter('noisy')]).toThrow(HttpProblem);
    expect(() => enter('quiet')).not.toThrow();
    noisy.forEach((visit) => visit.leave());
    expect(() => enter('noisy')).not.toThrow();
  });
});
