/** What OTLP carries, each to an address of its own. */
export type OtlpSignal = 'logs' | 'traces' | 'metrics';
