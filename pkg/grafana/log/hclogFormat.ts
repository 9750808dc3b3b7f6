import type { LogFormat } from '../../lib/log/LogLine';

/**
 * A line in hclog's JSON, which Grafana folds into its own log. `@message`, `@level` and `@timestamp` are strings on every
 * line and no field may take their names: Grafana itself panics on anything else there. The timestamp has six fraction
 * digits, because Grafana parses exactly that.
 */
export const hclogFormat: LogFormat = ({ level, message, at, name, fields }) =>
  JSON.stringify({
    '@level': level,
    '@message': message,
    '@module': name,
    '@timestamp': new Date(at).toISOString().replace('Z', '000Z'),
    // fromEntries defines properties, so that a field called __proto__ is a field like any other.
    ...Object.fromEntries(fields.map(([key, value]) => [key.replace(/^@/, '_'), value])),
  });
