import { httpHeader } from './httpHeader';

describe('httpHeader', () => {
  it('finds a header by its name in any case, behind the prefix that Grafana puts there', () => {
    expect(httpHeader({ 'http_X-Grafana-Id': 'a' }, 'x-grafana-id')).toBe('a');
  });

  it('does not take a name without the prefix', () => {
    expect(httpHeader({ 'X-Grafana-Id': 'a' }, 'X-Grafana-Id')).toBeUndefined();
  });

  it('takes neither of two spellings', () => {
    expect(httpHeader({ 'http_X-Grafana-Id': 'a', 'http_x-grafana-id': 'b' }, 'X-Grafana-Id')).toBeUndefined();
  });
});
