import { clientHintHeaders, joinClientHints, readClientHints } from './clientHints';

const chrome = '"Chromium";v="140", "Not=A?Brand";v="24", "Google Chrome";v="140"';
const read = (headers: Record<string, string>) => readClientHints(joinClientHints(headers) ?? '');

describe('client hints', () => {
  it('are none without the one that every browser sends', () => {
    expect(joinClientHints({})).toBeUndefined();
    expect(joinClientHints({ 'sec-ch-ua-mobile': '?1' })).toBeUndefined();
  });

  it.each([
    [chrome, 'Chrome', '140'],
    ['"Microsoft Edge";v="140", "Chromium";v="140", "Not A(Brand";v="8"', 'Microsoft Edge', '140'],
    ['"Not/A)Brand";v="99", "Chromium";v="139"', 'Chromium', '139'],
    ['"Android WebView";v="138", "Not;A Brand";v="99", "Chromium";v="138"', 'Chrome', '138'],
    ['"__proto__";v="1"', '__proto__', '1'],
    ['nonsense', undefined, undefined],
    ['"Chromium";v="<script>"', undefined, undefined],
  ])('of %s name the browser %s %s', (header, browser, browser_version) => {
    expect(read({ 'sec-ch-ua': header })).toMatchObject({ browser, browser_version });
  });

  it('say all of the version where the browser was asked', () => {
    const list = '"Chromium";v="140.0.7339.81", "Not=A?Brand";v="24.0.0.0", "Google Chrome";v="140.0.7339.82"';
    expect(read({ 'sec-ch-ua': chrome, 'sec-ch-ua-full-version-list': list }).browser_version).toBe('140.0.7339.82');
  });

  it.each([
    ['"Windows"', '"15.0.0"', 'Windows', '11'],
    ['"Windows"', '"10.0.0"', 'Windows', '10'],
    ['"Windows"', '"0.3.0"', 'Windows', undefined],
    ['"Android"', '"14.0.0"', 'Android', '14'],
    ['"macOS"', '"14.5.0"', 'macOS', '14.5'],
    ['"Linux"', '""', 'Linux', undefined],
    ['"Unknown"', '"1"', undefined, '1'],
    ['Linux', '6', undefined, undefined],
  ])('of the platform %s %s name %s %s', (platform, version, os, os_version) => {
    const headers = { 'sec-ch-ua': chrome, 'sec-ch-ua-platform': platform, 'sec-ch-ua-platform-version': version };
    expect(read(headers)).toMatchObject({ os, os_version });
  });

  it('say whether it is a phone, and which', () => {
    const phone = { 'sec-ch-ua': chrome, 'sec-ch-ua-mobile': '?1', 'sec-ch-ua-model': '"Pixel 9"' };
    expect(read(phone)).toMatchObject({ mobile: true, model: 'Pixel 9' });
    expect(read({ 'sec-ch-ua': chrome, 'sec-ch-ua-mobile': '?0' }).mobile).toBe(false);
    expect(read({ 'sec-ch-ua': chrome, 'sec-ch-ua-mobile': 'yes' }).mobile).toBeUndefined();
  });

  it('are cut, for they come from outside', () => {
    const joined = joinClientHints({ 'sec-ch-ua': 'x'.repeat(10_000) }) ?? '';
    expect(joined.length).toBeLessThan(512 + clientHintHeaders.length);
  });
});
