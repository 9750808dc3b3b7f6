// Jest setup provided by Grafana scaffolding
import './.config/jest-setup';
import { configure } from '@testing-library/react';

// A busy machine draws slowly: what comes late is no fault, what never comes still is one.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

// jsdom lays nothing out; Scenes and the pages ask these two when something is seen or changes its size.
class NeverObserves {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, { IntersectionObserver: NeverObserves, ResizeObserver: NeverObserves });
