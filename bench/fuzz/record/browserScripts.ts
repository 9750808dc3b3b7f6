import { recordedKey, recordedNumber } from './RecordingListener';

/** What a page does under each client: everything the client can send, by invented people. */
export function browserScripts(host: string): Record<string, string> {
  const sentry = [8, 9, 10, 11].map((version) => [`sentry-browser-${version}`, sentryScript(version, host)] as const);
  return { faro: faroScript(host), ...Object.fromEntries(sentry) };
}

function faroScript(host: string): string {
  return `
    import { getWebInstrumentations, initializeFaro } from '@grafana/faro-web-sdk';
    import { TracingInstrumentation } from '@grafana/faro-web-tracing';
    const faro = initializeFaro({
      url: 'http://${host}/collect/${recordedKey}',
      app: { name: 'harbour', version: '1.2.3', environment: 'recording' },
      instrumentations: [...getWebInstrumentations(), new TracingInstrumentation()],
      sessionTracking: { enabled: true, session: { attributes: { consent: 'granted' } } },
    });
    window.act = async () => {
      faro.api.setUser({ id: 'captain', username: 'Captain Blue', email: 'captain@harbour.example' });
      faro.api.pushEvent('cart', { items: '3', total: '12.50' }, 'shop');
      faro.api.pushLog(['low tide'], { context: { pier: '4' } });
      faro.api.pushMeasurement({ type: 'queue', values: { length: 7 } });
      faro.api.pushError(new TypeError('no anchor'), { context: { pier: '4' } });
      await fetch('/fleet');
      setTimeout(() => { throw new RangeError('too deep'); }, 0);
    };
    window.flush = () => undefined;
  `;
}

function sentryScript(version: number, host: string): string {
  return `
    import * as Sentry from 'sentry-browser-${version}';
    Sentry.init({
      dsn: 'http://${recordedKey}@${host}/${recordedNumber}', release: 'harbour@1.2.3', environment: 'recording',
      tracesSampleRate: 1, enableLogs: true, _experiments: { enableLogs: true }, sendDefaultPii: true,
      integrations: [Sentry.browserTracingIntegration()],
    });
    window.act = async () => {
      Sentry.setUser({ id: 'captain', email: 'captain@harbour.example', username: 'Captain Blue' });
      Sentry.addBreadcrumb({ category: 'pier', message: 'moored', level: 'info' });
      Sentry.captureMessage('low tide', 'warning');
      Sentry.captureException(new TypeError('no anchor'), { tags: { pier: '4' }, fingerprint: ['{{ default }}', 'anchor'] });
      Sentry.captureFeedback?.({ message: 'Nice harbour', name: 'Captain Blue', email: 'captain@harbour.example' });
      Sentry.logger?.warn('low tide', { pier: 4 });
      await fetch('/fleet');
      setTimeout(() => { throw new RangeError('too deep'); }, 0);
    };
    window.flush = () => Sentry.flush(3000);
  `;
}
