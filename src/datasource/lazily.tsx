import { LoadingPlaceholder } from '@grafana/ui';
import React, { lazy, Suspense, type ComponentType } from 'react';

/**
 * A component that is loaded when first drawn. Grafana loads module.js for every panel that only draws data; editors
 * are for the few who edit.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Loaded = lazy(async () => ({ default: await load() }));
  // React's types cannot tell that a lazy component takes the props of the one it loads.
  const Component = Loaded as unknown as ComponentType<P>;
  return function Lazily(props: P) {
    return (
      <Suspense fallback={<LoadingPlaceholder text="Loading…" />}>
        <Component {...props} />
      </Suspense>
    );
  };
}
