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
  it('are limited in number and size, and leave once', () => {
    const inFlight = new InFlight(2, 100);
    const leave = inFlight.enter(60);
    expect(() => inFlight.enter(60)).toThrow(HttpProblem);
    inFlight.enter(10);
    expect(() => inFlight.enter(1)).toThrow(HttpProblem);
    leave();
    leave();
    expect(inFlight.count).toBe(1);
  });

  it('always have room for one, however large', () => {
    expect(new InFlight(2, 100).enter(1000)).toBeInstanceOf(Function);
  });
});
