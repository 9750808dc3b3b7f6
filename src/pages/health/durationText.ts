const units: ReadonlyArray<readonly [seconds: number, name: string]> = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** A length of time in its two largest units: `3 d 4 h`, `12 min`. */
export function durationText(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const largest = units.findIndex(([length]) => whole >= length);
  if (largest < 0) {
    return '0 s';
  }
  let rest = whole;
  const parts = units.slice(largest, largest + 2).map(([length, name]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count === 0 ? '' : `${count} ${name}`;
  });
  return parts.filter(Boolean).join(' ');
}

/** Percent of uptime, with as many digits as make a difference: 99.95 is not 100. */
export function uptimeText(uptime: number | null): string {
  if (uptime === null) {
    return 'not observed';
  }
  // Never rounded up to what it was not.
  const cut = Math.floor(uptime * 1000) / 1000;
  return `${uptime === 100 ? '100' : cut.toLocaleString('en', { maximumFractionDigits: 3 })} %`;
}
