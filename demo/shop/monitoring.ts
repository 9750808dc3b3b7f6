import { getWebInstrumentations, initializeFaro } from '@grafana/faro-web-sdk';
import { TracingInstrumentation } from '@grafana/faro-web-tracing';

interface ShopSettings {
  collectUrl: string;
  release: string;
}

declare global {
  interface Window {
    shopSettings: ShopSettings;
  }
}

const decisionKey = 'shop.analytics';

/** What the visitor decided on this site: null before they did. */
export function consentDecision(): 'granted' | 'denied' | null {
  const stored = localStorage.getItem(decisionKey);
  return stored === 'granted' || stored === 'denied' ? stored : null;
}

export function decide(decision: 'granted' | 'denied'): void {
  localStorage.setItem(decisionKey, decision);
}

/** Starts the unmodified Faro SDK with everything it can observe, as any site would. */
export function startMonitoring(): void {
  const decision = consentDecision();
  initializeFaro({
    url: window.shopSettings.collectUrl,
    app: { name: 'demo', version: window.shopSettings.release, environment: 'demo' },
    instrumentations: [...getWebInstrumentations(), new TracingInstrumentation()],
    sessionTracking: {
      enabled: true,
      ...(decision ? { session: { attributes: { consent: decision } } } : {}),
    },
  });
}
