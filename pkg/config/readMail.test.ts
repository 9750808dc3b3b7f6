import { readMail } from './readMail';

describe('the settings of mail', () => {
  const read = (url?: string, from?: string) => readMail({ SEAMARK_SMTP_URL: url, SEAMARK_MAIL_FROM: from });

  it('may be left out, both together', () => {
    expect(read()).toBeUndefined();
    expect(read('', ' ')).toBeUndefined();
  });

  it.each([
    ['smtp://mail.example', 'alerts@shop.example'],
    ['smtps://user:p%40ss@mail.example:465', 'Seamark <alerts@shop.example>'],
  ])('take %s and %s', (url, from) => {
    expect(read(url, from)).toEqual({ url, from });
  });

  it.each([
    ['smtp://mail.example', undefined, 'SEAMARK_SMTP_URL is set without SEAMARK_MAIL_FROM'],
    [undefined, 'a@b.example', 'SEAMARK_MAIL_FROM is set without SEAMARK_SMTP_URL'],
    ['mail.example:25', 'a@b.example', 'SEAMARK_SMTP_URL is not a mail server'],
    ['http://mail.example', 'a@b.example', 'SEAMARK_SMTP_URL is not a mail server'],
    ['smtp://', 'a@b.example', 'SEAMARK_SMTP_URL is not a mail server'],
    ['smtp://mail.example', 'alerts', 'SEAMARK_MAIL_FROM is not an address'],
    ['smtp://mail.example', 'a@b.example\r\nBcc: c@d.example', 'SEAMARK_MAIL_FROM is not an address'],
  ])('refuse %s with %s, and say which is wrong', (url, from, complaint) => {
    expect(() => read(url, from)).toThrow(complaint);
  });

  it('never repeat a password in a complaint', () => {
    expect(() => read('mail://user:hunter2@x', 'a@b.example')).toThrow(expect.not.stringContaining('hunter2'));
  });
});
