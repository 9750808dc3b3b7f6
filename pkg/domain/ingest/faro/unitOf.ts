const longest = 32;
const endings: ReadonlyArray<readonly [pattern: RegExp, unit: string]> = [
  [/(?:^|[_.-])(?:ms|millis(?:econds)?)$|(?:duration|delay|latency|time)(?:[_.-]?ms)?$/i, 'ms'],
  [/bytes?$|(?:^|[_.-])size$/i, 'bytes'],
  [/percent(?:age)?$|pct$/i, 'percentage'],
  [/(?:count|total)$/i, 'count'],
];

/** The unit of a measured value: what the client says, else what the value's name ends in, else `none`. */
export function unitOf(name: string, said: string | undefined): string {
  if (said !== undefined && said.length <= longest) {
    return said;
  }
  return endings.find(([pattern]) => pattern.test(name))?.[1] ?? 'none';
}
