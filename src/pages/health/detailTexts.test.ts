import { detailTexts } from './detailTexts';

describe('what a probe found, in words', () => {
  it('names the parts of an answer, with units', () => {
    expect(detailTexts({ status: 200, http_version: '2', size: 12_345, is_cut: true })).toEqual([
      { name: 'Status', text: '200' },
      { name: 'HTTP version', text: '2' },
      { name: 'Size', text: '12,345 bytes' },
      { name: 'Cut off', text: 'yes' },
    ]);
  });

  it('tells of a certificate once', () => {
    const expires_at = '2027-01-01T00:00:00.000Z';
    const certificate = { subject: 'shop.example', names: ['DNS:shop.example', 'DNS:www.shop.example'], expires_at };
    expect(detailTexts({ certificate, certificate_expires_at: expires_at })).toEqual([
      { name: 'Certificate of', text: 'shop.example' },
      { name: 'Names', text: 'DNS:shop.example, DNS:www.shop.example' },
      { name: 'Valid until', text: expires_at },
    ]);
  });

  it('leaves out what is not there, and shows what it has no word for', () => {
    expect(detailTexts({ last_report_at: null, new_thing: 'x' })).toEqual([{ name: 'new thing', text: 'x' }]);
  });
});
