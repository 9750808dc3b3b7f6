import { conflictText } from './conflictText';

const now = Date.parse('2026-11-23T10:00:00Z');
const before = (seconds: number) => new Date(now - seconds * 1000).toISOString();
const alert = {
  status: 'active' as const,
  acknowledged_login: null,
  acknowledged_at: null,
  resolved_login: null,
  resolved_at: null,
  assigned_to: null,
  updated_at: before(5),
};

describe('who was faster', () => {
  it.each([
    [
      { status: 'acknowledged' as const, acknowledged_login: 'jane', acknowledged_at: before(20) },
      'jane acknowledged this a moment ago.',
    ],
    [{ status: 'resolved' as const, resolved_login: 'joe', resolved_at: before(300) }, 'joe resolved this 5 min ago.'],
    [{ status: 'resolved' as const, resolved_at: before(1) }, 'This recovered a moment ago.'],
    [{ assigned_to: 'jane' }, 'This changed a moment ago: it is jane’s.'],
    [{}, 'This changed a moment ago.'],
  ])('is told of %j', (more, text) => {
    expect(conflictText({ ...alert, ...more }, now)).toBe(text);
  });
});
