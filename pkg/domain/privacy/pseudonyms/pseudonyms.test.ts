import { clientVisitor, dailyVisitor, personPseudonym } from './pseudonyms';

const key = Buffer.alloc(32, 1);
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('pseudonyms', () => {
  it('are the same for the same person, app and key, and for nobody else', () => {
    const jane = personPseudonym(key, 'app', 'jane');
    expect(jane).toEqual(personPseudonym(key, 'app', 'jane'));
    expect(jane.id).toMatch(uuid);
    expect(JSON.stringify(jane)).not.toContain('jane');
    const others = [
      personPseudonym(key, 'app', 'joan').id,
      personPseudonym(key, 'other', 'jane').id,
      personPseudonym(Buffer.alloc(32, 2), 'app', 'jane').id,
      personPseudonym(key, 'appj', 'ane').id,
      clientVisitor(key, 'app', 'jane'),
    ];
    expect(new Set([jane.id, ...others]).size).toBe(6);
  });

  it('of a visitor change with the salt of the day', () => {
    const today = dailyVisitor(Buffer.alloc(16, 1), 'app', '203.0.113.9', 'Firefox');
    expect(today).toMatch(uuid);
    expect(dailyVisitor(Buffer.alloc(16, 2), 'app', '203.0.113.9', 'Firefox')).not.toBe(today);
  });
});
