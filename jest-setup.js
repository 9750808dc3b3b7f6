// Jest setup provided by Grafana scaffolding
import './.config/jest-setup';

// jsdom lays nothing out; Scenes and the pages ask these two when something is seen or changes its size.
class NeverObserves {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, { IntersectionObserver: NeverObserves, ResizeObserver: NeverObserves });
