import { alertmanagerReceiver } from './alertmanagerReceiver';

const receiver = (token?: string) =>
  alertmanagerReceiver({ url: 'https://m.example/alerts/1', hint: 'smi_a', ...(token !== undefined && { token }) });

describe('the receiver for an Alertmanager', () => {
  it('has the address and the token, whatever is in them', () => {
    expect(receiver('a"b: c')).toContain('- url: "https://m.example/alerts/1"');
    // A text of JSON is one of YAML.
    expect(receiver('a"b: c')).toContain(String.raw`credentials: "a\"b: c"`);
  });
  it('says what to put in where the token is not shown any more', () => {
    expect(receiver()).toContain('smi_a…');
  });
});
