import { handshakeLine, incompatibility, startedByGrafana } from './handshake';

describe('the handshake', () => {
  it('is one line: core protocol 1, plugin protocol 2, a Unix socket, gRPC', () => {
    expect(handshakeLine('/tmp/x/s')).toBe('1|2|unix|/tmp/x/s|grpc\n');
  });

  it('is for Grafana only', () => {
    expect(startedByGrafana({ grafana_plugin_type: 'datasource' })).toBe(true);
    expect(startedByGrafana({})).toBe(false);
    expect(startedByGrafana({ grafana_plugin_type: 'app' })).toBe(false);
  });

  it.each([
    [{}],
    [{ PLUGIN_PROTOCOL_VERSIONS: '' }],
    [{ PLUGIN_PROTOCOL_VERSIONS: '2' }],
    [{ PLUGIN_PROTOCOL_VERSIONS: '3,2' }],
  ])('finds nothing wrong in %j', (environment) => {
    expect(incompatibility(environment)).toBeUndefined();
  });

  it('says that versions or encryption do not fit', () => {
    expect(incompatibility({ PLUGIN_PROTOCOL_VERSIONS: '3,4' })).toMatch(/speaks 2/);
    expect(incompatibility({ PLUGIN_CLIENT_CERT: '-----BEGIN' })).toMatch(/TLS/);
  });
});
