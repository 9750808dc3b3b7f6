import { isFiltered, readInboxFilters, withLabel } from './InboxFilters';

const read = (search: string) => readInboxFilters(new URLSearchParams(search));

describe('the filters of the inbox', () => {
  it('are read from the address', () => {
    expect(
      read(
        'status=acknowledged&severity=high,critical&rule=0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f&labels=team="web"&query=cart&assigned_to='
      )
    ).toEqual({
      status: 'acknowledged',
      severity: 'high,critical',
      rule: '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f',
      labels: 'team="web"',
      query: 'cart',
      assigned_to: '',
    });
  });
  it('are none where the address says nothing, or nothing that is known', () => {
    expect(read('')).toEqual({ status: 'active' });
    expect(read('status=open&severity=worst&rule=x')).toEqual({ status: 'active' });
  });
  it('know whether anything but the tab is chosen', () => {
    expect(isFiltered(read('status=resolved'))).toBe(false);
    expect(isFiltered(read('query=x'))).toBe(true);
    expect(isFiltered(read('assigned_to='))).toBe(true);
  });
  it('take a label that was clicked, once, whatever is in it', () => {
    expect(withLabel(undefined, 'team', 'web')).toBe('team="web"');
    expect(withLabel('team="web"', 'page', 'a"b')).toBe('team="web",page="a\\"b"');
    expect(withLabel('team="web"', 'team', 'web')).toBe('team="web"');
  });
});
